//! Tests of valid and invalid settings.

mod data;
mod extremes;
mod faults;
mod syntax;

use super::*;
use crate::lesson;
use content::files::Files;
use content::look;

fn example() -> String {
    Files::default().text("exhibit.toml").expect("shipped")
}

/// Parses a line that sets a field, or that would set one without the `# ` before it. Returns the field's
/// name, and whether the line is commented out.
fn set_field(line: &str) -> Option<(&str, bool)> {
    let shown = line.strip_prefix("# ");
    let (name, _) = shown.unwrap_or(line).split_once(" = ")?;
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (!name.is_empty() && name.chars().all(is_name)).then_some((name, shown.is_some()))
}

fn messages(text: &str) -> Vec<String> {
    let errors = Config::from_toml("exhibit.toml", text).expect_err(text);
    errors.to_string().lines().map(str::to_owned).collect()
}

#[test]
fn the_example_holds_the_defaults() {
    assert_eq!(Config::from_toml("exhibit.toml", &example()), Ok(Config::default()));
    assert_eq!(Config::from_toml("exhibit.toml", ""), Ok(Config::default()));
}

#[test]
fn the_example_has_every_field_and_no_other() {
    let mut told = Vec::new();
    let mut section = String::new();
    for line in example().lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_matches(['[', ']']).to_owned();
        } else if let Some((name, _)) = set_field(line) {
            told.push(format!("{section}.{name}"));
        }
    }
    told.sort();
    told.dedup();
    let mut known = fields();
    known.sort();
    assert_eq!(told, known);
    assert!(known.len() > 30, "{known:?}");
}

#[test]
fn commented_fields_of_the_example_can_be_set() {
    let lines: Vec<_> = example()
        .lines()
        .map(|line| {
            if set_field(line).is_some() { line.trim_start_matches("# ") } else { line }.to_owned()
        })
        .collect();
    let config = Config::from_toml("exhibit.toml", &lines.join("\n")).expect("all of it is good");
    assert_eq!(config.kiosk.screen_diagonal, Some(43.0));
    assert_eq!(config.kiosk.guesses, Some(10));
    assert_eq!(config.kiosk.name.as_deref(), Some("Hall 2"));
    assert_eq!(config.kiosk.chapters, Some(vec![0, 1, 2, 3]));
    let hash = config.kiosk.pin_hash.expect("a hash");
    assert!(crate::pin::is_hash(&hash));
    assert_eq!(config.presentation.assets, Some("assets".into()));
    assert_eq!(config.projector.lesson, Some("lesson.toml".into()));
    assert_eq!(config.attract.scenes[0].learning_rate.map(LearningRate::value), Some(3.0));
}

#[test]
fn settings_are_read_as_they_are_written() {
    let text = r#"
        [presentation]
        theme = "night"
        text-scale = 1.57
        languages = ["de", "en"]
        [chapters]
        order = ["autoencoder", "histogram"]
        [kiosk]
        enabled = true
        idle-seconds = 12.5
        chapters = ["histogram"]
        [[attract.scenes]]
        chapter = "histogram"
        [projector.remote]
        blank = ["X"]
        f5 = "nothing"
    "#;
    let mut config = Config::from_toml("exhibit.toml", text).expect("good");
    assert_eq!(config.presentation.theme.as_deref(), Some("night"));
    assert_eq!(config.presentation.text_scale, 1.6);
    assert_eq!(config.presentation.language, "de", "the first that is offered");
    assert_eq!(config.chapters(), [1]);
    config.kiosk.enabled = false;
    assert_eq!(config.chapters(), [16, 1]);
    assert_eq!(config.kiosk.countdown_seconds, 12.5, "no longer than it takes to be idle");
    let scene = AttractScene { chapter: 1, seconds: 18.0, learning_rate: None };
    assert_eq!(config.attract.scenes, [scene]);
    assert_eq!(config.projector.remote.blank, ['x']);
    assert_eq!(config.projector.remote.f5, RemoteAction::Nothing);
    assert_eq!(config.projector.remote.escape, RemoteAction::Close);
}

#[test]
fn relative_paths_begin_in_the_folder_of_the_file() {
    let text = "presentation.assets = 'mine'\nuse-counts.file = '/var/lib/visits.jsonl'\n\
        projector.lesson = 'mine.toml'";
    let mut config = Config::from_toml("exhibit.toml", text).expect("good");
    config.resolve_paths(Path::new("/etc/exhibit"), None);
    assert_eq!(config.presentation.assets, Some("/etc/exhibit/mine".into()));
    assert_eq!(config.use_counts.file, Some("/var/lib/visits.jsonl".into()));
    assert_eq!(config.presentation.locales, None);
    assert_eq!(config.projector.lesson.as_deref(), Some("/etc/exhibit/mine.toml"));
    config.projector.lesson = Some("built-in".to_owned());
    config.resolve_paths(Path::new("/etc/exhibit"), None);
    assert_eq!(config.projector.lesson.as_deref(), Some("built-in"));
}

#[test]
fn a_tilde_is_the_users_own_folder_in_every_path() {
    let text = "use-counts.file = '~/visits.jsonl'\nprojector.lesson = '~/mine.toml'\n\
        [presentation]\nassets = '~'\nlocales = '~/a/b'\n";
    let mut config = Config::from_toml("exhibit.toml", text).expect("good");
    config.resolve_paths(Path::new("/etc/exhibit"), Some(Path::new("/home/kiosk")));
    assert_eq!(config.use_counts.file, Some("/home/kiosk/visits.jsonl".into()));
    assert_eq!(config.projector.lesson.as_deref(), Some("/home/kiosk/mine.toml"));
    assert_eq!(config.presentation.assets, Some("/home/kiosk".into()));
    assert_eq!(config.presentation.locales, Some("/home/kiosk/a/b".into()));
    let told = messages(&text.replace("'~", "'~other"));
    assert_eq!(told.len(), 4, "{told:#?}");
    assert!(told.iter().all(|line| line.ends_with("; after ~ only / is understood")), "{told:#?}");
}
