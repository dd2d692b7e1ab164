# shellcheck shell=bash
# Shared by scripts/run and scripts/test: the system packages and the Rust toolchain they need.
# Sourced, not run. On Debian and Ubuntu, installs missing packages when that is permitted (as root, or with
# a sudo that asks for no password). A second run finds nothing missing, installs nothing and needs no
# network.

# For compiling and linking.
# shellcheck disable=SC2034 # Used by the scripts that source this.
build_packages=(build-essential pkg-config libwayland-dev)
# Loaded at run time: the window systems, the keyboard and the graphics drivers. Lavapipe, the software
# renderer that draws the pictures of the tests, is in mesa-vulkan-drivers.
# shellcheck disable=SC2034
run_packages=(
    libx11-6 libx11-xcb1 libxi6 libxcursor1 libxrandr2 libxkbcommon0 libxkbcommon-x11-0
    libvulkan1 mesa-vulkan-drivers
)

# For checking a Debian package (scripts/package --check).
# shellcheck disable=SC2034
check_packages=(lintian systemd)

# The folder of the checkout, whatever the working directory.
project_root=$(CDPATH="" cd -- "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() {
    printf '%s\n' "$*" >&2
}

die() {
    say "error: $*"
    exit 1
}

# Debian, Ubuntu and their derivatives.
is_debian() {
    command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
}

is_linux() {
    [ "$(uname -s)" = Linux ]
}

# How a package may be installed here: "root", "sudo", or "no".
install_right() {
    if [ "$(id -u)" = 0 ]; then
        echo root
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        echo sudo
    else
        echo no
    fi
}

# Prints the arguments that are not installed, one per line. A package also counts as installed if another
# one provides its name: names change between releases.
missing_packages() {
    local installed package
    # dpkg-query expands the format, not the shell.
    # shellcheck disable=SC2016
    installed=$(
        dpkg-query -W -f='${db:Status-Status} ${Package}, ${Provides}\n' |
            sed -n 's/^installed //p' | tr ',' '\n' | awk 'NF { print $1 }'
    )
    for package in "$@"; do
        grep -qxF -e "$package" <<<"$installed" || printf '%s\n' "$package"
    done
}

# apt_get ARGUMENT...: runs apt-get as root or through sudo, without questions.
apt_get() {
    case $(install_right) in
    root) DEBIAN_FRONTEND=noninteractive apt-get "$@" </dev/null >&2 ;;
    sudo) sudo -n env DEBIAN_FRONTEND=noninteractive apt-get "$@" </dev/null >&2 ;;
    *) return 1 ;;
    esac
}

# ensure_packages PACKAGE...: installs the missing packages, or ends the script with the command that
# installs them. Without apt-get it only lists them.
ensure_packages() {
    local list missing=()
    if ! is_debian; then
        if is_linux; then
            say "note: not Debian or Ubuntu. What the exhibit needs, by its Debian names: $*"
        fi
        return 0
    fi
    list=$(missing_packages "$@")
    [ -n "$list" ] || return 0
    mapfile -t missing <<<"$list"
    if [ "$(install_right)" = no ]; then
        say "error: these system packages are missing: ${missing[*]}"
        say "Install them with this command, then start again:"
        say "    sudo apt-get update && sudo apt-get install --yes ${missing[*]}"
        exit 1
    fi
    say "Installing missing system packages: ${missing[*]}"
    apt_get update || die "apt-get update failed"
    apt_get install --yes --no-install-recommends "${missing[@]}" ||
        die "apt-get could not install: ${missing[*]}"
}

# The oldest Rust that compiles the project, from Cargo.toml.
oldest_rust() {
    sed -n 's/^rust-version = "\(.*\)"$/\1/p' "$project_root/Cargo.toml" | head -n 1
}

# version_at_least HAVE WANT: compares the first two numbers of two versions.
version_at_least() {
    local have want
    IFS=. read -r -a have <<<"${1%%[-+ ]*}"
    IFS=. read -r -a want <<<"$2"
    ((have[0] > want[0] || (have[0] == want[0] && have[1] >= want[1])))
}

# Ensures that `cargo` works and is new enough, or ends the script with advice on how to get it.
ensure_rust() {
    local oldest version
    oldest=$(oldest_rust)
    [ -n "$oldest" ] || die "Cargo.toml names no rust-version"

    if ! command -v cargo >/dev/null; then
        local cargo_bin="${CARGO_HOME:-$HOME/.cargo}/bin"
        if [ -x "$cargo_bin/cargo" ] || [ -x "$cargo_bin/rustup" ]; then
            export PATH="$cargo_bin:$PATH"
        elif ! command -v rustup >/dev/null; then
            install_rustup || die "Rust $oldest or newer is needed and cargo was not found." \
                "Install it as https://rustup.rs says, then start again."
        fi
    fi
    # A newly installed rustup has no toolchain yet.
    if ! cargo_works && command -v rustup >/dev/null && ! rustup default >/dev/null 2>&1; then
        say "rustup has no toolchain yet: choosing the stable one"
        rustup default stable >&2 || die "rustup could not install the stable toolchain"
    fi
    cargo_works || die "cargo does not work here: $(cargo_says)"

    version=$(cd "$project_root" && rustc --version | awk '{ print $2 }') ||
        die "rustc does not work here"
    version_at_least "$version" "$oldest" ||
        die "Rust $oldest or newer is needed, and this is Rust $version." \
            "With rustup: rustup update stable; otherwise see https://rustup.rs"
}

# Runs in the checkout, because a toolchain may be chosen for it.
cargo_says() {
    (cd "$project_root" && cargo --version) 2>&1
}

cargo_works() {
    cargo_says >/dev/null
}

# Installs rustup from the distribution, if it has a package (since Debian 13 and Ubuntu 24.04).
install_rustup() {
    is_debian && [ "$(install_right)" != no ] || return 1
    if ! has_candidate rustup; then
        # On a fresh machine the package lists may not be downloaded yet.
        apt_get update || return 1
        has_candidate rustup || return 1
    fi
    say "Installing rustup, which brings Rust"
    apt_get install --yes --no-install-recommends rustup
}

# Whether apt-get has a version of the package to install.
has_candidate() {
    local policy
    policy=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null)
    grep -q '^  Candidate: [^(]' <<<"$policy"
}
