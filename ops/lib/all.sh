# Everything a command needs, in one place.
# shellcheck source-path=SCRIPTDIR
for piece in say house users packages provision toolchain furnish render build sounds service part_mariadb part_redis part_asterisk \
  part_engine life; do
  # shellcheck source=/dev/null
  source "$(dirname "${BASH_SOURCE[0]}")/$piece.sh"
done
unset piece
umask 022
