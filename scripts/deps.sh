#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs the Debian packages that Ketascope needs and that are not there yet (Debian 12).
#
#   scripts/deps.sh          what building and running needs
#   scripts/deps.sh --dev    also what the tests and the format check need
#   scripts/deps.sh --lint   also clang 16 for the presets `clang-tidy` and `fuzz`
#   scripts/deps.sh --list   print the packages instead of installing them
set -euo pipefail

packages=(
  cmake g++ ninja-build pkg-config
  libboost-dev libcli11-dev libeigen3-dev libexpected-dev libfmt-dev libtbb-dev libtomlplusplus-dev
  nlohmann-json3-dev libceres-dev libnetcdf-dev librandom123-dev
  graphviz
  qt6-base-dev qt6-l10n-tools qt6-svg-dev qt6-tools-dev qt6-translations-l10n libqcustomplot-dev libqcustomplot2.1-qt6
  qt6-wayland fonts-dejavu-core
)
dev_packages=(ccache clang-format-16 git libbenchmark-dev libgtest-dev desktop-file-utils dpkg-dev file libopenmpi-dev libvalijson-dev netcdf-bin openmpi-bin xauth xvfb)
lint_packages=(clang-16 clang-tidy-16 libclang-rt-16-dev)

list_only=false
for argument in "$@"; do
  case $argument in
    --dev) packages+=("${dev_packages[@]}") ;;
    --lint) packages+=("${dev_packages[@]}" "${lint_packages[@]}") ;;
    --list) list_only=true ;;
    *)
      echo "deps.sh: unknown option '$argument' (known: --dev, --lint, --list)" >&2
      exit 2
      ;;
  esac
done
if $list_only; then
  printf '%s\n' "${packages[@]}" | sort -u
  exit 0
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "deps.sh: no apt here. Install these (Debian's names) yourself: ${packages[*]}" >&2
  echo "deps.sh: then set KETASCOPE_SKIP_DEPS=1 to skip this step." >&2
  [[ ${KETASCOPE_SKIP_DEPS:-} == 1 ]] && exit 0
  exit 1
fi

missing_packages() {
  local package
  for package in "${packages[@]}"; do
    if [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
      echo "$package"
    fi
  done
}

mapfile -t missing < <(missing_packages | sort -u)
if ((${#missing[@]} == 0)) || [[ ${KETASCOPE_SKIP_DEPS:-} == 1 ]]; then
  exit 0
fi

as_root=()
if [[ $(id -u) != 0 ]]; then
  if ! command -v sudo >/dev/null; then
    echo "deps.sh: these packages are missing, and installing them needs root or sudo. As root, run:" >&2
    echo "  apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 "$@"
}
# Package lists on the machine may be good enough when the network is not.
apt update || echo "deps.sh: apt-get update failed; trying with the package lists at hand" >&2
apt install -y --no-install-recommends "${missing[@]}"

mapfile -t missing < <(missing_packages | sort -u)
if ((${#missing[@]} != 0)); then
  echo "deps.sh: still missing after the installation: ${missing[*]}" >&2
  exit 1
fi
