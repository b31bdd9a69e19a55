#!/bin/sh
# Proves the README's two commands on a machine that has only git and sh: makes a bare Debian root with debootstrap,
# clones the last commit into it and runs both. Package mirrors and certificates are those of this machine.
# On demand, as root: tests/bare_machine.sh bookworm|trixie [FOLDER FOR THE ROOT]
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
suite=${1:-}
case "$suite" in
  bookworm|trixie) ;;
  *) echo "usage: tests/bare_machine.sh bookworm|trixie [FOLDER FOR THE ROOT]" >&2; exit 2 ;;
esac
root=${2:-$(mktemp -d "/var/tmp/tebiki-$suite.XXXXXX")}
[ "$(id -u)" = 0 ] || { echo "bare_machine.sh: must be root" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "bare_machine.sh: needs the package debootstrap" >&2; exit 2; }
commands=$(grep -E '^\./setup\.sh' "$here/README.md")
[ "$(printf '%s\n' "$commands" | wc -l)" = 2 ] || { echo "bare_machine.sh: README.md should name two commands" >&2; exit 1; }

clean_up() {
  for place in dev/shm dev/pts dev proc; do umount -l "$root/$place" 2>/dev/null || true; done
}
trap clean_up EXIT INT TERM

# The first mirror that this machine installs from; its own suite does not matter.
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
  sed -nE 's/^(deb( \[[^]]*\])?|URIs:) +(https?:[^ ]+\/debian)\/?( .*)?$/\3/p' | head -n 1)
mirror=${mirror:-http://deb.debian.org/debian}

echo "== a bare root of $suite in $root, from $mirror"
[ -x "$root/usr/bin/git" ] || debootstrap --variant=minbase --include=git,ca-certificates "$suite" "$root" "$mirror" >/dev/null
rm -rf "$root/etc/apt/sources.list" "$root/etc/apt/sources.list.d"
printf 'deb %s %s main\n' "$mirror" "$suite" >"$root/etc/apt/sources.list"
for conf in /etc/apt/apt.conf.d/*; do
  case "$conf" in *docker*|*packagekit*|*appstream*|*postgresql*) ;; *) cp -a "$conf" "$root/etc/apt/apt.conf.d/" ;; esac
done
cp -a /usr/share/keyrings/. "$root/usr/share/keyrings/"
cp -aL /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
cp -a /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/" 2>/dev/null || true
for file in /etc/npmrc "$HOME/.npmrc" "$HOME/.m2/settings.xml"; do
  [ -e "$file" ] || continue
  mkdir -p "$root$(dirname "$file")" && cp "$file" "$root$file"
done
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mkdir -p "$root/dev/shm" && mount -t tmpfs tmpfs "$root/dev/shm"
chroot "$root" update-ca-certificates >/dev/null

rm -rf "$root/work" && mkdir "$root/work"
git clone -q "$here" "$root/work/tebiki"
[ -d "$here/../shared" ] && cp -a "$here/../shared" "$root/work/shared"

printf '%s\n' "$commands" | while read -r command; do
  echo "== $command"
  chroot "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME="$HOME" \
    NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    sh -ec "cd /work/tebiki && $command" </dev/null
done
find "$root/work/tebiki/output" -name '*.pdf' | grep -q . || { echo "bare_machine.sh: output/ holds no PDF" >&2; exit 1; }
echo "== both commands passed on a bare $suite"
