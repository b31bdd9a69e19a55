#!/bin/sh
# Installs what building tebiki needs, from the distribution's packages; with --tests also what testing needs.
# Asks nothing, and is quick when all is there.
set -eu
cd "$(dirname "$0")"

build_packages="
  g++ cmake ninja-build pkg-config
  libhpdf-dev libharfbuzz-dev libfontconfig-dev libdeflate-dev libicu-dev libfmt-dev libcli11-dev
  libcmark-gfm-dev libcmark-gfm-extensions-dev libkainjow-mustache-dev nlohmann-json3-dev
  libxlsxwriter-dev libjemalloc-dev libxxhash-dev libyaml-dev libqrencode-dev libpng-dev libjpeg-dev unicode-data bzip2
  fonts-morisawa-bizud-gothic fonts-ipaexfont fonts-vlgothic fonts-ipamj-mincho icc-profiles-free"
test_packages="libgtest-dev libgmock-dev python3 python3-pip python3-fonttools python3-pikepdf python3-icalendar python3-openpyxl python3-feedparser python3-html5lib python3-vobject zbar-tools qpdf poppler-utils mupdf-tools chromium"

with_tests=no
case "${1:-}" in
  "") ;;
  --tests) with_tests=yes ;;
  *) echo "usage: ./setup.sh [--tests]" >&2; exit 2 ;;
esac

installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }
has() { command -v "$1" >/dev/null 2>&1; }

wanted=$build_packages
if [ $with_tests = yes ]; then
  wanted="$wanted $test_packages"
  # Node, npm, Java and Maven may have come another way than by the distribution's packages.
  has node || wanted="$wanted nodejs"
  has npm || wanted="$wanted npm"
  has javac || wanted="$wanted default-jdk-headless"
  has mvn || wanted="$wanted maven"
fi
missing=
for package in $wanted; do installed "$package" || missing="$missing $package"; done

if [ -n "$missing" ]; then
  as_root=
  if [ "$(id -u)" != 0 ]; then
    has sudo || { echo "setup.sh: not root and no sudo; install as root:$missing" >&2; exit 1; }
    as_root=sudo
  fi
  echo "setup.sh: installing$missing"
  export DEBIAN_FRONTEND=noninteractive
  $as_root apt-get update -qq
  # shellcheck disable=SC2086 -- a list of words
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
else
  echo "setup.sh: all packages are here"
fi

if [ $with_tests = yes ]; then
  tools=tests/tools
  if ! cmp -s $tools/package.json $tools/node_modules/.installed-for; then
    echo "setup.sh: test tools from npm"
    (cd $tools && npm install --no-package-lock --omit=optional --no-audit --no-fund --loglevel=error)
    cp $tools/package.json $tools/node_modules/.installed-for
  fi
  if ! cmp -s $tools/pom.xml $tools/lib/.installed-for; then
    echo "setup.sh: veraPDF from Maven"
    (cd $tools && mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib)
    cp $tools/pom.xml $tools/lib/.installed-for
  fi
  if ! cmp -s $tools/requirements.txt $tools/python/.installed-for; then
    echo "setup.sh: PDFium from PyPI"
    rm -rf $tools/python
    /usr/bin/python3 -m pip install --quiet --no-deps --target $tools/python -r $tools/requirements.txt
    cp $tools/requirements.txt $tools/python/.installed-for
  fi
fi
echo "setup.sh: done"
