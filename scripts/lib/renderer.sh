# shellcheck shell=bash
# The software renderer, for pictures that do not depend on the graphics card. Sourced, not run, after
# packages.sh.

# The description file that the Vulkan loader needs to find lavapipe, Mesa's software renderer.
find_lavapipe() {
    local folder name
    for folder in /usr/share/vulkan/icd.d /usr/local/share/vulkan/icd.d; do
        for name in "lvp_icd.$(uname -m).json" lvp_icd.json; do
            if [ -f "$folder/$name" ]; then
                printf '%s\n' "$folder/$name"
                return 0
            fi
        done
    done
    return 1
}

# Selects the same renderer on every Linux machine, with any graphics card. Other systems draw with
# their own renderer.
choose_renderer() {
    local lavapipe
    is_linux || return 0
    export WGPU_BACKEND=vulkan
    if lavapipe=$(find_lavapipe); then
        # Older Vulkan loaders read the second name.
        export VK_DRIVER_FILES="$lavapipe" VK_ICD_FILENAMES="$lavapipe"
        echo "Pictures are drawn by lavapipe: $lavapipe"
    else
        echo "note: lavapipe was not found; pictures are drawn by the Vulkan driver there is"
    fi
}
