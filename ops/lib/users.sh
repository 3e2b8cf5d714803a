# One unprivileged system user a service; the group voltline is what engine and Asterisk share.

ensure_users() {
  local user
  getent group voltline >/dev/null || groupadd --system voltline
  for user in voltline-mariadb voltline-redis voltline-asterisk voltline-engine; do
    getent passwd "$user" >/dev/null || useradd --system --user-group --no-create-home --home-dir /nonexistent \
      --shell /usr/sbin/nologin "$user"
  done
  usermod -aG voltline voltline-asterisk
  usermod -aG voltline voltline-engine
}
