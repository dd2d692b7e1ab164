#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use super::*;

fn environment<'a>(set: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<OsString> + 'a {
    |name| set.iter().find(|pair| pair.0 == name).map(|pair| pair.1.into())
}

#[test]
fn a_display_is_found_where_its_socket_is() {
    let folder = tempfile::tempdir().unwrap();
    let sockets = folder.path();
    for name in ["X7", "wayland-0"] {
        fs::write(sockets.join(name), "").unwrap();
    }
    let runtime = sockets.to_str().unwrap();
    let finding = |set: &[(&str, &str)]| display_in("display", &environment(set), sockets);
    let good: [&[(&str, &str)]; 6] = [
        &[("DISPLAY", ":7")],
        &[("DISPLAY", ":7.0")],
        &[("DISPLAY", "unix:7")],
        &[("DISPLAY", "elsewhere:0")],
        &[("WAYLAND_DISPLAY", "wayland-0"), ("XDG_RUNTIME_DIR", runtime), ("DISPLAY", ":9")],
        &[("WAYLAND_DISPLAY", "wayland-1"), ("XDG_RUNTIME_DIR", runtime), ("DISPLAY", ":7")],
    ];
    for set in good {
        assert_eq!(finding(set).status, Status::Ok, "{set:?}");
    }
    let bad: [&[(&str, &str)]; 5] = [
        &[],
        &[("DISPLAY", ":8")],
        &[("DISPLAY", "7")],
        &[("DISPLAY", ":../X7")],
        &[("WAYLAND_DISPLAY", "wayland-0")],
    ];
    for set in bad {
        let finding = finding(set);
        assert_eq!(finding.status, Status::Warning, "{set:?}");
        assert!(finding.found.ends_with("pictures can still be made with snapshot"));
        assert!(finding.remedy.unwrap().contains("xvfb-run"));
    }
}

#[test]
fn a_missing_library_is_as_bad_as_what_it_prevents() {
    const NOTHING: &[(&str, &str)] = &[];
    const X11: &[(&str, &str)] = &[("DISPLAY", ":0")];
    const WAYLAND: &[(&str, &str)] = &[("WAYLAND_DISPLAY", "wayland-0")];
    const BOTH: &[(&str, &str)] = &[("DISPLAY", ":0"), ("WAYLAND_DISPLAY", "wayland-0")];
    let status_without = |missing: &str, set: &[(&str, &str)]| {
        let folder = tempfile::tempdir().unwrap();
        for (file, _) in LIBRARIES.into_iter().filter(|(file, _)| *file != missing) {
            fs::write(folder.path().join(file), "").unwrap();
        }
        let empty = folder.path().join("empty");
        let folders = [empty, folder.path().to_owned()];
        let finding = libraries_in("system libraries", &folders, &environment(set));
        assert_eq!(finding.remedy.is_some(), finding.found == format!("missing: {missing}"));
        finding.status
    };
    assert_eq!(status_without("", X11), Status::Ok);
    assert_eq!(status_without("libXi.so.6", X11), Status::Failure);
    assert_eq!(status_without("libXi.so.6", BOTH), Status::Warning);
    assert_eq!(status_without("libXi.so.6", NOTHING), Status::Warning);
    assert_eq!(status_without("libxkbcommon.so.0", WAYLAND), Status::Failure);
    assert_eq!(status_without("libxkbcommon.so.0", NOTHING), Status::Warning);
    assert_eq!(status_without("libvulkan.so.1", NOTHING), Status::Failure);
}

#[test]
fn only_folders_for_this_processor_count() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["i386-linux-gnu", "x86_64-linux-gnu", "arm-linux-gnueabihf"] {
        fs::create_dir(folder.path().join(name)).unwrap();
    }
    let found = |architecture| multiarch_folders(folder.path(), architecture);
    assert_eq!(found("x86_64"), [folder.path().join("x86_64-linux-gnu")]);
    assert_eq!(found("x86"), [folder.path().join("i386-linux-gnu")]);
    assert_eq!(found("arm"), [folder.path().join("arm-linux-gnueabihf")]);
    assert_eq!(multiarch_folders(&folder.path().join("missing"), "x86_64").len(), 0);
}

#[test]
fn little_memory_is_a_warning() {
    let status = |text| memory_of("memory available", text).status;
    assert_eq!(status("MemTotal: 1 kB\nMemAvailable:    585938 kB\n"), Status::Ok);
    assert_eq!(status("MemTotal: 9999999 kB\nMemAvailable:    585937 kB\n"), Status::Warning);
    assert_eq!(status(""), Status::Warning);
    assert_eq!(memory_of("", "MemAvailable: 1000000 kB").found, "1024 MB");
}
