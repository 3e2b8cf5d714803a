mariadb_ports() { port_free MariaDB tcp "$MARIADB_PORT"; }

mariadb_start() {
  mariadb_make
  spawn mariadb "$LIB/in-root" --user voltline-mariadb mariadbd --defaults-file=/srv/voltline/etc/mariadb.cnf
  # It opens its port last, after recovery and the init file.
  await mariadb 120 accepts "$MARIADB_PORT"
}

# Made beside and renamed when whole: a power cut in between leaves nothing that looks finished.
mariadb_make() {
  local new="$VAR/data/mariadb.new"
  [[ -d $VAR/data/mariadb ]] && return
  rm -rf "$new"
  install -d -o voltline-mariadb -g voltline-mariadb -m 750 "$new"
  "$LIB/in-root" --user voltline-mariadb mariadb-install-db --no-defaults --datadir=/srv/voltline/data/mariadb.new \
    --auth-root-authentication-method=socket --auth-root-socket-user=voltline-mariadb --skip-test-db --skip-name-resolve \
    --innodb-use-native-aio=OFF >"$VAR/log/mariadb/install.log" 2>&1 || die "MariaDB's data could not be made (see $VAR/log/mariadb/install.log)"
  sync
  mv "$new" "$VAR/data/mariadb"
}

mariadb_healthy() { accepts "$MARIADB_PORT"; }
mariadb_version() { root_version mariadb-server-core; }
mariadb_stop() { halt mariadb 60; }
