//! Files that the exhibit cannot use: pipes, devices, damaged files, leftovers, endless texts.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use content::files::{Files, REGULAR_FONT};
use tempfile::TempDir;

use crate::program::{code, err, out, program, run};

/// Makes a folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// Makes a pipe, and the folders above it.
fn pipe(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Draws a small picture of chapter 7 with these options.
fn snapshot(options: &[&str]) -> Output {
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("out.png");
    let all = ["snapshot", "--chapter", "7", "--step", "0", "--size", "640x360", "--out"];
    program().args(all).arg(out).args(options).output().unwrap()
}

/// Checks that `snapshot` and `doctor` both refuse a folder, for this reason.
fn assert_refused(option: &str, folder: &TempDir, expected: &str) {
    let path = folder.path().to_str().unwrap();
    let refused = snapshot(&[option, path]);
    assert_eq!(code(&refused), 1, "{}", err(&refused));
    assert!(err(&refused).contains(expected), "{expected}: {}", err(&refused));
    let report = run(&["doctor", option, path]);
    assert_eq!(code(&report), 1, "{}", out(&report));
    assert!(out(&report).contains(expected), "{expected}: {}", out(&report));
}

#[test]
fn bad_messages_are_refused_with_their_file_and_line() {
    let deep = format!("a = b\nc = {}\n", "{".repeat(100_000));
    for (text, expected) in [
        (deep.as_str(), "nl/own.ftl: line 2: expected at most 100 levels of braces and brackets"),
        (
            "x = y\na = { b }\nb = { a }\n",
            "nl/own.ftl: line 2: expected messages that end, found a cycle: a → b → a",
        ),
        (
            "a = b\nlanguage-name = עברית\n",
            "nl/own.ftl: line 2: letters that are written from right to left",
        ),
    ] {
        let folder = folder(&[("nl/own.ftl", text.as_bytes())]);
        assert_refused("--locales", &folder, expected);
    }
    let large = folder(&[("nl/own.ftl", &vec![b'#'; (1 << 20) + 1])]);
    assert_refused("--locales", &large, "expected a file of at most 1048576 bytes, found more");
    let utf_16 = folder(&[("nl/own.ftl", b"\xFF\xFEa\0 \0=\0 \0b\0")]);
    assert_refused("--locales", &utf_16, "nl/own.ftl: expected text in UTF-8, found UTF-16");
}

#[test]
fn a_byte_order_mark_is_accepted_and_leftovers_of_a_folder_are_named() {
    let folder = folder(&[
        ("nl/own.ftl", "\u{FEFF}language-name = Nederlands\ncontrol-play = afspelen\n".as_bytes()),
        ("nl/._own.ftl", b"\0\x05\x16\x07\0"),
        ("nl/own.ftl~", b"}"),
        ("nl copy/own.ftl", b"language-name = Nederlands\n"),
        ("__MACOSX/nl/._own.ftl", b"\0\x05\x16\x07\0"),
        (".DS_Store", b"\0\0\0\x01Bud1"),
    ]);
    let path = folder.path().to_str().unwrap();
    let drawn = snapshot(&["--locales", path, "--language", "nl"]);
    assert_eq!(code(&drawn), 0, "{}", err(&drawn));
    assert!(
        err(&drawn).contains("nl copy is ignored: expected a folder called as a language"),
        "{}",
        err(&drawn)
    );
    assert!(!err(&drawn).contains("._own.ftl"), "{}", err(&drawn));
    let report = out(&run(&["doctor", "--locales", path]));
    for expected in [
        "nl copy is ignored: expected a folder called as a language, such as nl or pt-BR",
        "nl/._own.ftl is ignored: left there by an editor, a file manager or an archive",
        "nl/own.ftl~ is ignored",
        "__MACOSX is ignored",
        ".DS_Store is ignored",
    ] {
        assert!(report.contains(expected), "{expected}: {report}");
    }
    assert!(!report.contains("expected a message"), "{report}");
}

#[test]
fn pipes_devices_and_whole_file_systems_neither_hang_nor_fill_the_memory() {
    let began = Instant::now();
    let tree = folder(&[("themes/._x.toml", b"")]);
    pipe(&tree.path().join("pipe"));
    pipe(&tree.path().join("videos/pipe"));
    symlink("/", tree.path().join("root")).unwrap();
    symlink("/dev", tree.path().join("palettes")).unwrap();
    symlink("..", tree.path().join("locales")).unwrap();
    let path = tree.path().to_str().unwrap().to_owned();
    let drawn = snapshot(&["--assets", &path]);
    assert_eq!(code(&drawn), 0, "{}", err(&drawn));
    pipe(&tree.path().join("themes/dusk.toml"));
    assert_refused(
        "--assets",
        &tree,
        "themes/dusk.toml: cannot be read: expected a regular file, found a pipe",
    );
    let pipe = format!("{path}/pipe");
    // An empty pipe is an empty file of settings, so the picture is drawn.
    let picture = format!("{path}/picture.png");
    let draw = ["snapshot", "--chapter", "1", "--step", "0", "--out", &picture];
    for file in [&pipe, "/dev/zero", &path] {
        for command in [
            vec!["trace", "rectangles", "--dataset", file],
            vec!["doctor", "--config", file],
            [&draw[..], &["--config", file]].concat(),
            vec!["lessons", file],
            vec!["stats", file],
        ] {
            let refused = run(&command);
            let is_empty_pipe = file == pipe && code(&refused) == 0;
            assert!(code(&refused) != 0 || is_empty_pipe || command[0] == "doctor", "{command:?}");
            let printed = err(&refused) + &out(&refused);
            let expected = if file == pipe {
                ""
            } else if file == path {
                "it is a folder"
            } else {
                "it is a device"
            };
            assert!(printed.contains(expected), "{command:?}: {printed}");
        }
    }
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
}

#[test]
fn data_are_read_from_a_pipe() {
    let line = format!(
        "printf '\\357\\273\\277code,label\\n101,a\\n1,b\\n' | {:?} trace barcodes --dataset /dev/stdin --format csv",
        env!("CARGO_BIN_EXE_learning-machine")
    );
    let traced = Command::new("sh").args(["-c", &line]).output().unwrap();
    assert_eq!((code(&traced), err(&traced).as_str()), (0, ""));
    assert!(out(&traced).contains("\n2,1,true"), "{}", out(&traced));
}

#[test]
fn a_damaged_font_and_a_text_as_a_font_are_refused() {
    let text = folder(&[(REGULAR_FONT, b"this is a text\n")]);
    assert_refused(
        "--assets",
        &text,
        "fonts/Inter-Regular.otf: expected an OpenType or TrueType font",
    );
    let mut font = Files::built_in(REGULAR_FONT).unwrap().into_owned();
    let end = font.len();
    font[end / 2..].fill(0xFF);
    let damaged = folder(&[(REGULAR_FONT, &font)]);
    assert_refused("--assets", &damaged, "fonts/Inter-Regular.otf: the font is damaged");
}

#[test]
fn classes_whose_names_cannot_be_drawn_are_called_by_their_colours() {
    for (names, why) in [
        (["猫", "犬"], "the fonts lack 犬; the exhibit calls it by its colour"),
        (
            ["חתול 12", "כלב 34"],
            "letters that are written from right to left cannot be drawn; the exhibit calls it by its colour",
        ),
    ] {
        let [one, other] = names;
        let table = format!(
            "width,height,label\n2.5,1.0,{one}\n1.0,2.5,{other}\n2.0,0.5,{one}\n0.5,2.0,{other}\n"
        );
        let folder = folder(&[("mine.csv", table.as_bytes())]);
        let file = folder.path().join("mine.csv");
        let file = file.to_str().unwrap();
        let drawn = snapshot(&["--dataset", file, "--describe"]);
        let (description, warnings) = (out(&drawn), err(&drawn));
        assert!(warnings.contains("mine.csv: class") && warnings.contains(why), "{warnings}");
        assert!(!description.contains(one) && !description.contains(other), "{description}");
        assert!(description.contains("above 0 the class is blue"), "{description}");
    }
}

#[test]
fn letters_that_the_fonts_lack_are_reported_with_their_language() {
    let folder = folder(&[("ru/own.ftl", "language-name = Русский\n".as_bytes())]);
    let path = folder.path().to_str().unwrap();
    let expected = "language ru (Русский): the fonts lack И Й К Р С У и й к с у";
    let drawn = snapshot(&["--locales", path]);
    assert_eq!(code(&drawn), 0, "{}", err(&drawn));
    assert!(err(&drawn).contains(expected), "{}", err(&drawn));
    let report = out(&run(&["doctor", "--locales", path]));
    assert!(report.contains(expected), "{report}");
}
