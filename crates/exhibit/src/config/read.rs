//! Reads settings from text, and checks the value of each field.

mod share;

use std::path::PathBuf;

use learning::LearningRate;
use learning::dataset::rectangles::Columns;
use toml::de::DeValue;

use super::{
    AttractScene, AttractSettings, Chapters, Config, Data, GENERATED, KioskSettings, Presentation,
    ProjectorSettings, RemoteAction, RemoteKeys, UseCounts,
};
use crate::chapter::CHAPTERS;
use crate::chapter::field::{any_chapter, chapter};
use crate::settings::{Setting, Settings, TEXT_SCALES};
use content::limits::{
    COUNTDOWN_SECONDS, DISTANCES, HOLD_SECONDS, IDLE_SECONDS, KEEP_MONTHS, KIOSK_GUESSES,
    KIOSK_NAME_CHARACTERS, SCENE_SECONDS, SCREEN_INCHES, TITLE_SECONDS, VISITS_MAX_BYTES,
};
use content::printable::is_name;
use content::toml_fields::{self, Problem, Reading, Section, TomlErrors, number, one_of, text};

pub fn config(file: &str, text: &str) -> Result<Config, TomlErrors> {
    toml_fields::read(file, text, |file| Some(whole_file(file)))
}

/// The settings of a file, as far as they can be read, and all problems in the file.
#[derive(Clone, Debug)]
pub struct SettingsReading(Reading<Config>);

impl SettingsReading {
    /// Reads a file's bytes.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        let (text, problems) = toml_fields::decode(bytes);
        Self(Reading::new(&text, problems, |file| Some(whole_file(file))))
    }

    /// The settings. A field with an error has its default value.
    #[must_use]
    pub fn config(&self) -> Config {
        self.0.value.clone().unwrap_or_default()
    }

    /// Checks that everything that the settings name exists.
    pub fn check(&mut self, choices: &KnownNames) {
        self.0.check(|file| names(file, choices));
    }

    /// All problems, in the order of their lines.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        self.0.problems()
    }
}

fn whole_file(file: &mut Section<'_, '_, '_>) -> Config {
    Config {
        presentation: file.section("presentation", presentation),
        chapters: file.section("chapters", chapters),
        data: file.section("data", data),
        kiosk: file.section("kiosk", kiosk),
        attract: file.section("attract", attract),
        use_counts: file.section("use-counts", use_counts),
        projector: file.section("projector", projector),
        share: file.section("share", share::share),
    }
}

/// The names of all fields, such as `kiosk.idle-seconds`. A field of a list of tables is named like
/// `attract.scenes.chapter`.
#[must_use]
pub fn fields() -> Vec<String> {
    toml_fields::names(whole_file)
}

/// The names that a file of settings may use, once the assets are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownNames {
    /// Values of `presentation.theme`.
    pub themes: Vec<String>,
    /// Values of `presentation.palette`.
    pub palettes: Vec<String>,
    /// Values of `presentation.language` and `presentation.languages`.
    pub languages: Vec<String>,
    /// Values of `projector.lesson`, unless it is a path.
    pub lessons: Vec<String>,
    /// Fields that name something that cannot be read, each with the reason. There is no reason if an option
    /// of the command line replaces the field.
    pub unreadable: Vec<(NamingField, Option<String>)>,
}

/// A field that names a file or a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamingField {
    /// `presentation.assets`.
    Assets,
    /// `presentation.locales`.
    Locales,
    /// `projector.lesson`.
    Lesson,
    /// `data.datasets`.
    Datasets,
}

impl KnownNames {
    /// Describes the choices for an error message. If a folder cannot be read, the message says that it may
    /// hold more.
    fn one_of(&self, choices: &[String], folders: &[(NamingField, &str)]) -> String {
        let mut told = one_of(choices);
        for (field, name) in folders {
            if self.unreadable.iter().any(|(unreadable, _)| unreadable == field) {
                told += &format!(", or a name in the {name} folder, which cannot be read");
            }
        }
        told
    }

    fn refuse(&self, section: &mut Section<'_, '_, '_>, name: &'static str, field: NamingField) {
        for (_, why) in self.unreadable.iter().filter(|(unreadable, _)| *unreadable == field) {
            why.iter().for_each(|why| section.refuse(name, why.clone()));
        }
    }
}

fn names(file: &mut Section<'_, '_, '_>, choices: &KnownNames) {
    const ASSETS: (NamingField, &str) = (NamingField::Assets, "assets");
    const LOCALES: (NamingField, &str) = (NamingField::Locales, "locales");
    file.section("presentation", |section| {
        for (name, known_names, folders) in [
            ("theme", &choices.themes, &[ASSETS][..]),
            ("palette", &choices.palettes, &[ASSETS]),
            ("language", &choices.languages, &[ASSETS, LOCALES]),
        ] {
            let expected = choices.one_of(known_names, folders);
            section.optional(name, expected, |value| known(value, known_names));
        }
        let expected = choices.one_of(&choices.languages, &[ASSETS, LOCALES]);
        section.list("languages", &expected, |value| known(value, &choices.languages));
        choices.refuse(section, "assets", NamingField::Assets);
        choices.refuse(section, "locales", NamingField::Locales);
        section.ignore_others();
    });
    file.section("data", |section| {
        choices.refuse(section, "datasets", NamingField::Datasets);
        section.ignore_others();
    });
    file.section("projector", |section| {
        let lessons = choices.one_of(&choices.lessons, &[ASSETS]);
        let expected = format!("{lessons}, or the path of a file ending in .toml");
        section.optional("lesson", expected, |value| {
            known(value, &choices.lessons).or_else(|| path_of_lesson(value))
        });
        choices.refuse(section, "lesson", NamingField::Lesson);
        section.ignore_others();
    });
}

fn known(value: &DeValue<'_>, choices: &[String]) -> Option<String> {
    text(value).filter(|name| choices.contains(name))
}

fn path_of_lesson(value: &DeValue<'_>) -> Option<String> {
    toml_fields::path(value).filter(|name| name.ends_with(".toml"))
}

fn presentation(section: &mut Section<'_, '_, '_>) -> Presentation {
    let usual = Presentation::default();
    let languages = section
        .list("languages", "the name of a language, such as \"en\"", text)
        .unwrap_or_default();
    let language = section.text("language", "the name of a language, such as \"en\"");
    if let Some(language) = &language
        && !languages.is_empty()
        && !languages.contains(language)
    {
        let message =
            format!("{} (the values of languages), found {language:?}", one_of(&languages));
        section.refuse("language", format!("expected {message}"));
    }
    let first = languages.first().cloned();
    Presentation {
        theme: section.text("theme", "the name of a theme"),
        palette: section.text("palette", "the name of a palette").unwrap_or(usual.palette),
        text_scale: section
            .optional("text-scale", scale_range(), |value| {
                number(value).map(|scale| scale as f32).filter(|scale| TEXT_SCALES.contains(scale))
            })
            .map_or(usual.text_scale, nearest_scale),
        reduced_motion: section.flag("reduced-motion").unwrap_or(usual.reduced_motion),
        language: language.or(first).unwrap_or(usual.language),
        languages,
        locales: path(section, "locales", "a folder"),
        assets: path(section, "assets", "a folder"),
    }
}

/// The nearest text scale that a visitor can choose: scales come in whole steps.
fn nearest_scale(scale: f32) -> f32 {
    let mut settings = Settings::default();
    settings.set(Setting::TextScale(scale));
    settings.text_scale
}

fn scale_range() -> String {
    format!("a number from {} to {}", TEXT_SCALES.start(), TEXT_SCALES.end())
}

fn path(section: &mut Section<'_, '_, '_>, name: &'static str, what: &str) -> Option<PathBuf> {
    let expected = format!("the path of {what}");
    section.optional(name, expected, toml_fields::path).map(PathBuf::from)
}

fn chapters(section: &mut Section<'_, '_, '_>) -> Chapters {
    let order = section.list("order", &any_chapter(), chapter);
    order.map_or_else(Chapters::default, |order| Chapters { order })
}

fn data(section: &mut Section<'_, '_, '_>) -> Data {
    let expected =
        "\"notebook\", \"generated:SEED\" with a whole number as seed, or the path of a CSV file";
    let datasets = section.list("datasets", expected, dataset).unwrap_or_default();
    let columns = columns(section);
    if columns.is_some() && datasets.is_empty() {
        let message =
            "expected the field datasets as well, with the CSV file that has these columns";
        section.refuse("columns", message.to_owned());
    }
    Data { datasets, columns }
}

fn dataset(value: &DeValue<'_>) -> Option<String> {
    let is_seed =
        |seed: &str| seed.bytes().all(|byte| byte.is_ascii_digit()) && seed.parse::<u64>().is_ok();
    toml_fields::path(value).filter(|name| name.strip_prefix(GENERATED).is_none_or(is_seed))
}

fn columns(section: &mut Section<'_, '_, '_>) -> Option<Columns> {
    let names = section.list("columns", "the name of a column", text)?;
    match <[String; 3]>::try_from(names) {
        Ok([width, height, label]) => Some(Columns { features: [width, height], label }),
        Err(names) => {
            let count = names.len();
            let message = format!(
                "expected three different columns, for width, height and label, found {count}"
            );
            section.refuse("columns", message);
            None
        }
    }
}

fn kiosk(section: &mut Section<'_, '_, '_>) -> KioskSettings {
    let usual = KioskSettings::default();
    let idle_seconds = section.number("idle-seconds", IDLE_SECONDS).unwrap_or(usual.idle_seconds);
    let given = section.number("countdown-seconds", COUNTDOWN_SECONDS);
    let countdown_seconds = given.unwrap_or(usual.countdown_seconds.min(idle_seconds));
    if countdown_seconds > idle_seconds {
        let message =
            format!("expected at most idle-seconds ({idle_seconds}), found {countdown_seconds}");
        section.refuse("countdown-seconds", message);
    }
    KioskSettings {
        enabled: section.flag("enabled").unwrap_or(usual.enabled),
        name: section.optional("name", kiosk_name(), |value| {
            text(value).filter(|name| is_name(name, KIOSK_NAME_CHARACTERS))
        }),
        screen_diagonal: section
            .number("screen-diagonal", SCREEN_INCHES)
            .map(|inches| inches as f32),
        idle_seconds,
        countdown_seconds,
        pin_hash: section.secret("pin-hash", "a hash that learning-machine pin prints", |value| {
            text(value).filter(|hash| crate::pin::is_hash(hash))
        }),
        hold_seconds: section.number("hold-seconds", HOLD_SECONDS).unwrap_or(usual.hold_seconds),
        guesses: section
            .whole("guesses", KIOSK_GUESSES)
            .and_then(|count| usize::try_from(count).ok()),
        chapters: section.list("chapters", &any_chapter(), chapter),
    }
}

fn kiosk_name() -> String {
    format!(
        "a name of at most {KIOSK_NAME_CHARACTERS} characters in one line, without control characters"
    )
}

fn attract(section: &mut Section<'_, '_, '_>) -> AttractSettings {
    let usual = AttractSettings::default();
    AttractSettings {
        title_seconds: section
            .number("title-seconds", TITLE_SECONDS)
            .unwrap_or(usual.title_seconds),
        scenes: section.sections("scenes", attract_scene).unwrap_or(usual.scenes),
    }
}

fn attract_scene(section: &mut Section<'_, '_, '_>) -> Option<AttractScene> {
    let place = section.required("chapter", any_chapter(), chapter);
    let expected = LearningRate::EXPECTED;
    let learning_rate = section.optional("learning-rate", expected, toml_fields::learning_rate);
    if let Some(chapter) = place.map(|place| CHAPTERS[place])
        && learning_rate.is_some()
        && chapter.learning_rates().is_empty()
    {
        let message = format!("chapter {} has no learning rate to choose", chapter.id());
        section.refuse("learning-rate", message);
    }
    let seconds = section.number("seconds", SCENE_SECONDS).unwrap_or(AttractScene::SECONDS);
    place.map(|chapter| AttractScene { chapter, seconds, learning_rate })
}

fn use_counts(section: &mut Section<'_, '_, '_>) -> UseCounts {
    let usual = UseCounts::default();
    UseCounts {
        enabled: section.flag("enabled").unwrap_or(usual.enabled),
        file: path(section, "file", "a file"),
        keep_months: section
            .whole("keep-months", KEEP_MONTHS)
            .and_then(|months| u32::try_from(months).ok())
            .unwrap_or(usual.keep_months),
        max_bytes: section.whole("max-bytes", VISITS_MAX_BYTES).unwrap_or(usual.max_bytes),
    }
}

fn projector(section: &mut Section<'_, '_, '_>) -> ProjectorSettings {
    let usual = ProjectorSettings::default();
    ProjectorSettings {
        enabled: section.flag("enabled").unwrap_or(usual.enabled),
        distance: section
            .number("distance", f64::from(*DISTANCES.start())..=f64::from(*DISTANCES.end()))
            .map_or(usual.distance, |distance| distance as f32),
        predict_first: section.flag("predict-first").unwrap_or(usual.predict_first),
        notes_window: section.flag("notes-window"),
        lesson: section.optional(
            "lesson",
            "the name of a lesson, or the path of a file ending in .toml",
            toml_fields::path,
        ),
        remote: section.section("remote", remote),
    }
}

fn remote(section: &mut Section<'_, '_, '_>) -> RemoteKeys {
    let usual = RemoteKeys::default();
    let names = one_of(&RemoteAction::NAMES.map(|(name, _)| name));
    let mut action = |key| {
        section.optional(key, &names, |value| {
            let name = value.as_str()?;
            RemoteAction::NAMES
                .into_iter()
                .find(|&(known, _)| known == name)
                .map(|(_, action)| action)
        })
    };
    let (f5, escape) = (action("f5"), action("escape"));
    RemoteKeys {
        blank: section
            .list("blank", "a single character that is not a digit", character)
            .unwrap_or(usual.blank),
        f5: f5.unwrap_or(usual.f5),
        escape: escape.unwrap_or(usual.escape),
    }
}

/// Reads a single character, in lower case. Digits are refused, because they are the keys of chapters.
fn character(value: &DeValue<'_>) -> Option<char> {
    let mut characters = value.as_str()?.chars();
    let first = characters.next().filter(|c| !c.is_numeric() && !c.is_control() && *c != ' ')?;
    let lower = first.to_lowercase().next()?;
    characters.next().is_none().then_some(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_kiosk_is_short_and_printable() {
        let read = |name: &str| config("exhibit.toml", &format!("[kiosk]\nname = \"{name}\"\n"));
        let longest = "ü".repeat(KIOSK_NAME_CHARACTERS);
        for good in ["Hall 2", "Größe, 猫", &longest] {
            assert_eq!(read(good).map(|config| config.kiosk.name), Ok(Some(good.to_owned())));
        }
        for bad in ["", "  ", &format!("{longest}ü"), "a\\u001b[2J", "a\\nb", "a\\tb", "\\u202e"] {
            let told = read(bad).expect_err(bad).to_string();
            let expected = "exhibit.toml, line 2, column 8: kiosk.name: expected a name of at most 60 characters";
            assert!(told.starts_with(expected), "{told}");
        }
    }
}
