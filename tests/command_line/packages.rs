//! The contents of the Debian package: services, scripts, documents.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::program::{code, err, out};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn text(name: &str) -> String {
    fs::read_to_string(path(name)).expect(name)
}

/// Returns the values of a field of a unit, in order.
fn values(unit: &str, field: &str) -> Vec<String> {
    let lines = text(&format!("packaging/{unit}"));
    let values = lines.lines().filter_map(|line| line.split_once('='));
    values.filter(|(name, _)| *name == field).map(|(_, value)| value.to_owned()).collect()
}

/// Returns the words of a text, without line breaks and without the dots of empty lines.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| *word != ".").collect()
}

fn contains(text: &str, part: &str) -> bool {
    let (text, part) = (words(text), words(part));
    text.windows(part.len()).any(|window| window == part)
}

/// Returns the pages of the manual, such as `docs/keys.md`.
fn manual() -> Vec<String> {
    let names = fs::read_dir(path("docs")).unwrap();
    let names = names.map(|file| file.unwrap().file_name().into_string().unwrap());
    let pages = names.filter(|name| name.ends_with(".md"));
    let mut pages: Vec<_> = pages.map(|name| format!("docs/{name}")).collect();
    pages.sort();
    pages
}

/// Returns the targets of a page's links and pictures, as the page writes them.
fn links(page: &str) -> Vec<String> {
    let text = text(page);
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    targets.map(|(target, _)| target.to_owned()).collect()
}

/// Returns the anchor of a heading on GitHub: `## man, completions` has `man-completions`.
fn anchor(heading: &str) -> String {
    let heading = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn a_service_fails_after_30_starts_in_10_minutes_and_a_picture_is_shown() {
    let out_of_order = "learning-machine-out-of-order.service";
    for unit in
        ["learning-machine.service", "learning-machine-cage.service", "learning-machine-x.service"]
    {
        assert_eq!(values(unit, "StartLimitIntervalSec"), ["600"], "{unit}");
        assert_eq!(values(unit, "StartLimitBurst"), ["30"], "{unit}");
        assert_eq!(values(unit, "OnFailure"), [out_of_order], "{unit}");
        assert_eq!(values(unit, "Restart"), ["always"], "{unit}");
        let conflicts = values(out_of_order, "Conflicts").concat();
        assert!(conflicts.split(' ').any(|other| other == unit), "{unit}: {conflicts}");
    }
    let desktop = "learning-machine-desktop.service";
    assert_eq!(values(desktop, "StartLimitBurst"), ["30"]);
    // An exhibit that the operator has closed stays closed and has not failed.
    for unit in ["learning-machine.service", desktop] {
        assert_eq!(values(unit, "RestartPreventExitStatus"), ["10"], "{unit}");
        assert_eq!(values(unit, "SuccessExitStatus"), ["10"], "{unit}");
        assert_eq!(values(unit, "WatchdogSec"), ["30"], "{unit}");
    }
}

#[test]
fn the_package_has_all_files_that_its_services_run() {
    let manifest: toml::Table = text("Cargo.toml").parse().unwrap();
    let deb = &manifest["package"]["metadata"]["deb"];
    let mut installed = BTreeSet::new();
    for asset in deb["assets"].as_array().unwrap() {
        let [source, target] = [0, 1].map(|place| asset[place].as_str().unwrap());
        let name = source.rsplit('/').next().unwrap();
        if !source.starts_with("target/release/") {
            assert!(path(source).is_file(), "{source}");
        }
        let target =
            if target.ends_with('/') { format!("{target}{name}") } else { target.to_owned() };
        assert!(installed.insert(format!("/{target}")), "{target} twice");
    }
    for unit in ["learning-machine.service", "learning-machine-out-of-order.service"] {
        for line in ["ExecStartPre", "ExecStart"].iter().flat_map(|field| values(unit, field)) {
            let program = line.split(' ').next().unwrap();
            assert!(installed.contains(program), "{unit}: {program}");
        }
    }
    for file in ["exhibit.toml", "xorg.conf", "out-of-order.txt"] {
        assert!(installed.contains(&format!("/usr/share/learning-machine/{file}")), "{file}");
    }
}

#[test]
fn the_documents_of_the_package_agree_with_the_project() {
    let manifest: toml::Table = text("Cargo.toml").parse().unwrap();
    let version = manifest["workspace"]["package"]["version"].as_str().unwrap();
    let maintainer = manifest["package"]["metadata"]["deb"]["maintainer"].as_str().unwrap();
    let changelog = text("packaging/debian/changelog");
    assert!(changelog.starts_with(&format!("learning-machine ({version}-1) ")), "{version}");
    assert!(changelog.contains(&format!("\n -- {maintainer}  ")), "{maintainer}");
    assert!(maintainer.contains('@'));

    let copyright = text("packaging/debian/copyright");
    assert!(copyright.contains("/usr/share/common-licenses/Apache-2.0"));
    let licence = text("LICENSE-MIT");
    let (head, body) = licence.split_once("Permission is hereby").unwrap();
    assert!(contains(&copyright, &format!("Permission is hereby{body}")));
    let holder = head.split("(c) ").nth(1).unwrap();
    assert!(contains(&copyright, holder), "{holder}");
    let licence = text("assets/fonts/OFL.txt");
    let body = licence.split_once("PREAMBLE").unwrap().1;
    assert!(contains(&copyright, body));
}

fn shell(script: &str) -> Command {
    let mut command = Command::new("sh");
    command.arg(path("packaging").join(script));
    for variable in ["WAYLAND_DISPLAY", "DISPLAY", "XDG_RUNTIME_DIR"] {
        command.env_remove(variable);
    }
    command
}

#[test]
fn scripts_are_valid_and_explain_their_use() {
    let scripts = ["learning-machine-kiosk", "wait-for-screen", "out-of-order"];
    for script in scripts.into_iter().chain(["debian/postinst", "debian/prerm", "debian/postrm"]) {
        let output =
            Command::new("sh").arg("-n").arg(path("packaging").join(script)).output().unwrap();
        assert_eq!((code(&output), err(&output).as_str()), (0, ""), "{script}");
    }
    for (arguments, expected) in
        [(&["--help"][..], 0), (&[], 2), (&["setup", "wayland"], 2), (&["set"], 2)]
    {
        let output = shell("learning-machine-kiosk").args(arguments).output().unwrap();
        assert_eq!(code(&output), expected, "{arguments:?}");
        let printed = out(&output) + &err(&output);
        assert!(printed.starts_with("Usage: learning-machine-kiosk setup [cage|x]"), "{printed}");
    }
}

#[test]
fn the_exhibit_waits_a_limited_time_for_its_screen() {
    let folder = tempfile::tempdir().unwrap();
    let waited = |variable: (&str, &str)| -> Output {
        let mut script = shell("wait-for-screen");
        script.arg("0").env("XDG_RUNTIME_DIR", folder.path()).env("X11_SOCKETS", folder.path());
        script.env(variable.0, variable.1).output().unwrap()
    };
    // A plain file accepts no connections.
    fs::write(folder.path().join("wayland-0"), "").unwrap();
    for (variable, socket) in
        [(("WAYLAND_DISPLAY", "wayland-0"), "wayland-0"), (("DISPLAY", ":0.0"), "X0")]
    {
        let output = waited(variable);
        assert_eq!(code(&output), 1, "{variable:?}");
        let message = err(&output);
        let expected = format!(
            "error: no screen after 0 seconds: {}/{socket} is missing",
            folder.path().display()
        );
        assert!(message.starts_with(&expected), "{message}");
        let _ = fs::remove_file(folder.path().join(socket));
        let _listener = UnixListener::bind(folder.path().join(socket)).unwrap();
        assert_eq!(code(&waited(variable)), 0, "{variable:?}");
    }
    // The script accepts these; the exhibit itself reports the error.
    assert_eq!(code(&waited(("DISPLAY", "elsewhere:0"))), 0);
    assert_eq!(code(&waited(("UNUSED", "1"))), 0);
}

#[test]
fn the_out_of_order_picture_has_plain_characters() {
    let output = shell("out-of-order").arg(path("packaging/out-of-order.txt")).output().unwrap();
    assert_eq!((code(&output), err(&output).as_str()), (0, ""));
    let picture = out(&output);
    for words in ["Out of order", "Außer Betrieb", "Fuera de servicio", "Hors service"] {
        assert!(picture.contains(words), "{words}");
    }
    assert!(picture.contains("\x1b[7m \x1b[0m") && picture.lines().count() <= 25, "{picture}");
}

#[test]
fn the_readme_of_the_packaging_and_its_files_agree() {
    let readme = text("packaging/README.md");
    for file in fs::read_dir(path("packaging")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(name == "README.md" || readme.contains(&name), "README.md does not name {name}");
    }
    let kiosk = text("packaging/learning-machine-kiosk");
    for command in readme.split("learning-machine-kiosk ").skip(1) {
        let command: String = command.chars().take_while(char::is_ascii_lowercase).collect();
        assert!(command.is_empty() || kiosk.contains(&format!("{command})")), "{command}");
    }
}

#[test]
fn the_package_has_the_whole_manual_and_the_readme_links_to_it() {
    let manifest: toml::Table = text("Cargo.toml").parse().unwrap();
    let assets = manifest["package"]["metadata"]["deb"]["assets"].as_array().unwrap();
    let is_installed = |page: &str, folder: &str| {
        assets
            .iter()
            .any(|asset| asset[0].as_str() == Some(page) && asset[1].as_str() == Some(folder))
    };
    // The installed pages have the same places relative to each other, so their links work.
    assert!(is_installed("README.md", "usr/share/doc/learning-machine/"));
    let of_readme = links("README.md");
    let pages = manual();
    assert!(pages.len() > 10, "{pages:?}");
    for page in pages {
        assert!(is_installed(&page, "usr/share/doc/learning-machine/docs/"), "{page}");
        assert!(of_readme.contains(&page), "README.md has no link to {page}");
        assert!(links(&page).iter().any(|link| link == "../README.md"), "{page} has no way back");
    }
}

#[test]
fn links_of_pages_lead_to_a_file_and_a_heading() {
    let others = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "packaging/README.md"];
    for page in others.into_iter().map(str::to_owned).chain(manual()) {
        let folder = Path::new(&page).parent().unwrap();
        for link in links(&page).iter().filter(|link| !link.starts_with("https://")) {
            let (file, heading) = link.split_once('#').unwrap_or((link.as_str(), ""));
            let target = if file.is_empty() {
                page.clone()
            } else {
                folder.join(file).display().to_string()
            };
            assert!(path(&target).exists(), "{page}: {link}");
            let has_heading = || {
                text(&target).lines().any(|line| line.starts_with('#') && anchor(line) == heading)
            };
            assert!(heading.is_empty() || has_heading(), "{page}: {link}");
        }
    }
}
