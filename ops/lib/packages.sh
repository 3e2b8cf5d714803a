# What the root holds, and Debian's tools this machine needs to make it.

# Services and the tools that make prompts, documents, certificates and scripted calls.
ROOT_PACKAGES=(asterisk asterisk-modules mariadb-server-core mariadb-client redis-server
  sip-tester espeak-ng sox openssl ca-certificates pango1.0-tools graphicsmagick fonts-wqy-microhei)
# Only tests need a browser; the fonts are for screenshots.
BROWSER_PACKAGES=(chromium fonts-noto-cjk)

# command:package of what the scripts call on the host.
HOST_TOOLS=(debootstrap:debootstrap curl:curl jq:jq ss:iproute2 setpriv:util-linux unshare:util-linux flock:util-linux
  gpgv:gpgv)

apt_quiet() { DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" >>"$VAR/log/provision.log" 2>&1; }

# host_install PACKAGE…: from the machine's own sources; the lists are read anew only when they do not know a package.
host_install() {
  command -v apt-get >/dev/null || die "this machine has no apt-get; please install: $*"
  apt-cache show "$@" >/dev/null 2>&1 || apt_quiet update || true
  apt_quiet install --no-install-recommends "$@" || die "apt-get could not install $* (see $VAR/log/provision.log)"
}

ensure_host_tools() {
  local tool missing=()
  for tool in "${HOST_TOOLS[@]}"; do
    command -v "${tool%%:*}" >/dev/null || missing+=("${tool##*:}")
  done
  [[ -s /usr/share/keyrings/debian-archive-keyring.gpg ]] || missing+=(debian-archive-keyring)
  ((${#missing[@]} == 0)) || step "installing ${missing[*]}" host_install "${missing[@]}"
}
