# shellcheck shell=bash
# The software renderer, for pictures that do not depend on the graphics card. Sourced, not run, after
# packages.sh.

# The description that the Vulkan loader needs to find lavapipe, Mesa's software renderer.
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

# Pictures are drawn by the same renderer on every machine, whatever graphics card it has. Other systems
# than Linux draw with their own.
choose_renderer() {
    local lavapipe
    is_linux || return 0
    export WGPU_BACKEND=vulkan
    if lavapipe=$(find_lavapipe); then
        # The second name is what older Vulkan loaders listen to.
        export VK_DRIVER_FILES="$lavapipe" VK_ICD_FILENAMES="$lavapipe"
        echo "Pictures are drawn by lavapipe: $lavapipe"
    else
        echo "note: lavapipe was not found; pictures are drawn by the Vulkan driver there is"
    fi
}
