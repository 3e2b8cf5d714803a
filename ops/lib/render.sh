# Configuration from templates: @NAME@ is the shell variable NAME. Written anew at each start.

# render TEMPLATE TARGET OWNER GROUP
render() {
  local text name
  text="$(<"$1")"
  while [[ $text =~ @([A-Z][A-Z_]+)@ ]]; do
    name="${BASH_REMATCH[1]}"
    [[ -v $name ]] || die "$1 names @$name@, which nothing sets"
    text="${text//@$name@/${!name}}"
  done
  write_file "$2" "$3" "$4" 640 <<<"$text"
}

render_all() {
  local template
  DB_URL="${VOLTLINE_DB_URL:-jdbc:mariadb://127.0.0.1:$MARIADB_PORT/voltline}"
  REDIS_URL="${VOLTLINE_REDIS_URL:-redis://default:$REDIS_PASSWORD@127.0.0.1:$REDIS_PORT}"
  TRUNK="${VOLTLINE_TRUNK:-127.0.0.0/8}"
  TRUNK_OUT='; no way out: VOLTLINE_TRUNK_OUT was not set'
  [[ -z ${VOLTLINE_TRUNK_OUT:-} ]] ||
    TRUNK_OUT=$'[trunk](+)\ntype = endpoint\naors = trunk\n\n[trunk]\ntype = aor\n'"contact = sip:$VOLTLINE_TRUNK_OUT"
  # RTP stays on the house's address, too; where that is all of them there is none to name.
  MEDIA_ADDRESS=$'bind_rtp_to_media_address = yes\n'"media_address = $BIND"
  FAX_ADDRESS='t38_bind_udptl_to_media_address = yes'
  if [[ $BIND == 0.0.0.0 ]]; then
    MEDIA_ADDRESS='bind_rtp_to_media_address = no'
    FAX_ADDRESS='t38_bind_udptl_to_media_address = no'
  fi
  FAX_NUMBER="${VOLTLINE_FAX_NUMBER:-955987}"
  [[ $FAX_NUMBER =~ ^[0-9]{3,15}$ && $FAX_NUMBER != 95598 ]] ||
    die "VOLTLINE_FAX_NUMBER must be 3 to 15 digits and not 95598, not '$FAX_NUMBER'"
  MULTIARCH="$(basename "$(dirname "$(find "$ROOT/usr/lib" -maxdepth 2 -path "*/asterisk" -type d | head -n 1)")")"
  LOADER="$(cd "$ROOT" && find -H lib64 lib -maxdepth 1 -name 'ld-linux*' 2>/dev/null | head -n 1)"
  write_file "$VAR/etc/hosts" root root 644 <<<"127.0.0.1 localhost $(hostname)"
  render "$PROJECT/ops/etc/mariadb.cnf" "$VAR/etc/mariadb.cnf" root voltline-mariadb
  render "$PROJECT/ops/etc/mariadb-init.sql" "$VAR/etc/mariadb-init.sql" root voltline-mariadb
  render "$PROJECT/ops/etc/redis.conf" "$VAR/etc/redis.conf" root voltline-redis
  render "$PROJECT/ops/etc/voltline.conf" "$VAR/etc/voltline.conf" root voltline-engine
  if [[ -n ${VOLTLINE_CONFIG:-} ]]; then
    [[ -r $VOLTLINE_CONFIG ]] || die "VOLTLINE_CONFIG names $VOLTLINE_CONFIG, which cannot be read"
    cat "$VAR/etc/voltline.conf" "$VOLTLINE_CONFIG" | write_file "$VAR/etc/voltline.conf" root voltline-engine 640
  fi
  for template in "$PROJECT"/dialplans/asterisk/*.conf; do
    render "$template" "$VAR/etc/asterisk/$(basename "$template")" root voltline-asterisk
  done
  phones | write_file "$VAR/etc/asterisk/pjsip_phones.conf" root voltline-asterisk 640
  fallback_members | write_file "$VAR/etc/asterisk/queues_members.conf" root voltline-asterisk 640
}

# Every account's phone: the templates of pjsip.conf with number and password.
phones() {
  jq -r '.[] | "[\(.agentNo)](\(.phone)-phone)\nauth=\(.agentNo)\naors=\(.agentNo)\ncallerid=\(.agentNo) <\(.agentNo)>\n",
    "[\(.agentNo)](\(.phone)-aor)\n", "[\(.agentNo)](phone-auth)\nusername=\(.agentNo)\npassword=\(.sipPassword)\n"' \
    "$VAR/accounts.json"
}

fallback_members() {
  jq -r '.[] | select(.role == "agent") | "member => PJSIP/\(.agentNo)"' "$VAR/accounts.json"
}
