# What a house gets once, at its first start: folders, secrets, accounts, certificate.

# Folders and whose they are; running it again mends what a restore got wrong.
make_folders() {
  install -d "$VAR" "$VAR"/{data,etc,log,run,recordings,sounds,bench}
  install -d -o voltline-mariadb -g voltline-mariadb -m 750 "$VAR"/{log,run}/mariadb
  install -d -o voltline-redis -g voltline-redis -m 750 "$VAR"/{data,log}/redis
  install -d -o voltline-asterisk -g voltline-asterisk -m 750 "$VAR"/{data,log,run}/asterisk \
    "$VAR"/data/asterisk/{spool,keys}
  install -d -o voltline-engine -g voltline-engine -m 750 "$VAR/log/engine" "$VAR/recordings/done" \
    "$VAR/journal"
  install -d -o voltline-engine -g voltline-engine -m 755 "$VAR"/sounds/voltline/{spoken,notices}
  install -d -o voltline-engine -g voltline-engine -m 755 "$VAR/prompts" "$VAR"/prompts/{kept,zh/voltline,en/voltline}
  # A channel that speaks zh_house looks here first, then among the product's sounds of zh.
  ln -sfn /srv/voltline/prompts/zh "$VAR/sounds/zh_house"
  ln -sfn /srv/voltline/prompts/en "$VAR/sounds/en_house"
  install -d -o voltline-asterisk -g voltline -m 2770 "$VAR/recordings/spool"
  install -d -o voltline-asterisk -g voltline -m 2770 "$VAR/fax/spool"
  install -d -o voltline-asterisk -g voltline -m 2770 "$VAR/notices"
  install -d -o voltline-engine -g voltline -m 2750 "$VAR/phones"
  # Asterisk looks for changes in files that were there when it started.
  [[ -e $VAR/phones/phones.conf ]] ||
    install -o voltline-engine -g voltline -m 660 /dev/null "$VAR/phones/phones.conf"
  install -d -o voltline-engine -g voltline-engine -m 750 "$VAR/fax/received" "$VAR/trials" "$VAR/rules"
  # Where it was while only the console wrote it.
  [[ ! -f $VAR/flow-trials.json ]] || mv "$VAR/flow-trials.json" "$VAR/trials/"
  install -d "$VAR/fax/documents"
  install -d -o root -g voltline-asterisk -m 750 "$VAR/etc/asterisk"
  install -d -o root -g voltline -m 750 "$VAR/tls"
}

random_hex() { od -An -v -N "$1" -tx1 /dev/urandom | tr -d ' \n'; }

make_secrets() {
  if ! grep -qsx 'SECRETS_WHOLE=1' "$VAR/etc/secrets"; then
    write_file "$VAR/etc/secrets" root root 600 <<END
AMI_SECRET=$(random_hex 16)
DB_PASSWORD=$(random_hex 16)
REDIS_PASSWORD=$(random_hex 16)
SECRETS_WHOLE=1
END
  fi
  # shellcheck source=/dev/null
  source "$VAR/etc/secrets"
}

make_accounts() {
  jq -e 'length > 0' "$VAR/accounts.json" >/dev/null 2>&1 && return
  local no
  {
    for no in {1001..1030}; do
      account "$no" 测试座席 agent "$( ((no <= 1010)) && echo webrtc || echo sip)" \
        '{"general":5,"fault":3,"inquiry":3,"complaint":3}'
    done
    # One supervisor has a desk phone.
    for no in 2001 2002 2003; do
      account "$no" 测试班长 supervisor "$( ((no == 2003)) && echo sip || echo webrtc)" '{"general":5}'
    done
    for no in 3001 3002; do account "$no" 测试质检 quality webrtc '{}'; done
    account 9001 测试管理员 admin webrtc '{}'
  } | jq -s . | write_file "$VAR/accounts.json" voltline-engine voltline-engine 600
}

account() {
  printf '{"agentNo":"%s","name":"%s","role":"%s","password":"%s","sipPassword":"%s","phone":"%s","skills":%s}\n' \
    "$1" "$2$1" "$3" "$(random_hex 8)" "$(random_hex 12)" "$4" "$5"
}

make_certificate() {
  [[ -s $VAR/tls/cert.pem && -s $VAR/tls/key.pem ]] && return
  local dir
  dir="$(mktemp -d)"
  (cd "$dir" && "$LIB/in-root" openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 825 \
    -subj /CN=Voltline -addext "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:$BIND" -keyout key.pem -out cert.pem) 2>/dev/null ||
    die "the TLS certificate could not be made"
  write_file "$VAR/tls/key.pem" root voltline 640 <"$dir/key.pem"
  write_file "$VAR/tls/cert.pem" root voltline 644 <"$dir/cert.pem"
  rm -r "$dir"
}
