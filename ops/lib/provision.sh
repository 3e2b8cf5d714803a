# The Debian root every house on this machine shares: made once, whole or not at all.

SUITE=forky

ensure_root() {
  mkdir -p "$(dirname "$ROOT")" "$VAR/log"
  exec 8>"$(dirname "$ROOT")/.$(basename "$ROOT").lock"
  flock -n 8 || { say "  waiting for another house to finish making $ROOT" && flock 8; }
  if [[ ! -d $ROOT ]]; then
    ensure_host_tools
    step "making the Debian root in $ROOT (about a minute)" make_root
    tell_versions
  fi
  exec 8>&-
  root_ensure "${ROOT_PACKAGES[@]}"
}

# Debian's mirror as this machine names it; Debian's own name elsewhere.
mirror() {
  local uri=''
  uri="$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    grep -m1 -E '/debian/?$')" || true
  printf '%s' "${uri:-http://deb.debian.org/debian}"
}

make_root() {
  local new="$ROOT.new" list script=/usr/share/debootstrap/scripts
  [[ -e $script/$SUITE ]] && script+="/$SUITE" || script+=/sid
  rm -rf --one-file-system "$new"
  list="$(IFS=, && printf '%s' "${ROOT_PACKAGES[*]}")"
  debootstrap --variant=minbase --keyring=/usr/share/keyrings/debian-archive-keyring.gpg --include="$list" \
    "$SUITE" "$new" "$(mirror)" "$script" 2>&1 | tee -a "$VAR/log/provision.log" | show_progress ||
    die "the Debian root could not be made (see $VAR/log/provision.log)"
  # Asterisk's sounds are the house's own, mounted over this folder.
  mkdir -p "$new/srv/voltline" "$new/usr/share/asterisk/sounds"
  rm -rf "$new"/var/cache/apt/archives/*.deb
  mv "$new" "$ROOT"
}

# A line for every 40 packages is enough to see it move.
show_progress() {
  awk '/Retrieving|Unpacking|Configuring/ { n++; if (n % 40 == 0) { print "    " $0; fflush() } } /^E: / { print; fflush() }'
}

# root_ensure PACKAGE…: adds what the root does not have yet.
root_ensure() {
  local package missing=()
  for package in "$@"; do
    grep -qsx "Package: $package" "$ROOT/var/lib/dpkg/status" || missing+=("$package")
  done
  ((${#missing[@]} == 0)) || step "adding ${missing[*]} to the Debian root" root_install "${missing[@]}"
}

# Signatures are always checked; how fresh a mirror must be is the machine's own apt setting, which a machine that
# is fed from a frozen mirror relaxes.
root_install() {
  local fresh
  fresh="$(apt-config dump Acquire::Check-Valid-Until | sed -n 's/.*"\(.*\)";/\1/p')"
  exec 8>"$(dirname "$ROOT")/.$(basename "$ROOT").lock"
  flock 8
  unshare --mount --propagation private bash -euc '
    root=$1 fresh=$2
    shift 2
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
    chroot "$root" dpkg --configure -a
    chroot "$root" apt-get -qq -o "Acquire::Check-Valid-Until=$fresh" update
    chroot "$root" apt-get -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends "$@"
    chroot "$root" apt-get clean' root_install "$ROOT" "${fresh:-true}" "$@" >>"$VAR/log/provision.log" 2>&1 ||
    die "$* could not be added to the Debian root (see $VAR/log/provision.log)"
  exec 8>&-
}

root_version() { awk -v p="$1" '$0 == "Package: " p { f = 1 } f && /^Version: / { print $2; exit }' "$ROOT/var/lib/dpkg/status"; }

# Debian's testing moves: says where this root differs from what the release was tested with.
tell_versions() {
  local package tested here
  while read -r package tested; do
    here="$(root_version "$package")"
    [[ -z $here || $here == "$tested" ]] || say "  note: $package is $here here; this release was tested with $tested"
  done <"$PROJECT/ops/versions.txt"
}
