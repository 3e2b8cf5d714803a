asterisk_ports() {
  port_free SIP udp "$SIP_PORT"
  port_free SIP tcp "$SIP_PORT"
  port_free 'SIP TLS' tcp "$SIPS_PORT"
  port_free AMI tcp "$AMI_PORT"
  port_free "Asterisk's HTTP" tcp "$ASTERISK_HTTP_PORT"
}

asterisk_start() {
  rm -f "$VAR/run/asterisk/asterisk.ctl"
  spawn asterisk "$LIB/in-root" --user voltline-asterisk asterisk -f -n -C /srv/voltline/etc/asterisk/asterisk.conf
  await asterisk 60 asterisk_healthy
}

asterisk_console() { "$LIB/in-root" --user voltline-asterisk asterisk -C /srv/voltline/etc/asterisk/asterisk.conf -rx "$1"; }
asterisk_healthy() { asterisk_console 'core waitfullybooted' 2>/dev/null | grep -q 'fully booted'; }
asterisk_version() { root_version asterisk; }
asterisk_stop() { halt asterisk 30; }
