//! All languages, read once. So the exhibit can change its language without reading a file.

use bevy_ecs::resource::Resource;

use super::locale::{English, Locale, folders};
use crate::files::{FileError, Files};

/// The locales of all languages, in alphabetical order of their folders.
#[derive(Resource, Clone)]
pub struct Languages(Vec<Locale>);

impl Languages {
    /// Reads every language that the files contain.
    ///
    /// # Errors
    /// A locale is invalid. The error names the file and the line.
    pub fn load(files: &Files) -> Result<Self, FileError> {
        let english = English::built_in()?;
        let locale = |language: &String| Locale::beside(&english, files, language);
        Ok(Self(folders(files).iter().map(locale).collect::<Result<_, _>>()?))
    }

    /// The locale of a language, given the name of its folder.
    #[must_use]
    pub fn get(&self, language: &str) -> Option<&Locale> {
        self.iter().find(|locale| locale.language() == language)
    }

    /// The locale of a language, given the name of its folder.
    ///
    /// # Errors
    /// There is no such language. The error lists all languages.
    pub fn expect(&self, language: &str) -> Result<&Locale, FileError> {
        self.get(language).ok_or_else(|| {
            let names: Vec<_> = self.iter().map(Locale::language).collect();
            let problem = format!("there is no such locale; there are {}", names.join(", "));
            FileError::new(&format!("locales/{language}"), problem)
        })
    }

    /// Keeps only these languages, in this order. If none of them exists, keeps all.
    #[must_use]
    pub fn offered(self, names: &[String]) -> Self {
        let offered: Vec<_> = names.iter().filter_map(|name| self.get(name).cloned()).collect();
        if offered.is_empty() { self } else { Self(offered) }
    }

    /// The locales of all languages.
    pub fn iter(&self) -> impl Iterator<Item = &Locale> {
        self.0.iter()
    }

    /// The language after this one. The first follows the last.
    #[must_use]
    pub fn after(&self, language: &str) -> Option<&str> {
        let place = self.0.iter().position(|locale| locale.language() == language)?;
        self.0.get((place + 1) % self.0.len()).map(Locale::language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_follow_each_other_in_a_circle_and_can_be_limited() {
        let languages = Languages::load(&Files::default()).expect("shipped");
        let names: Vec<_> = languages.iter().map(Locale::own_name).collect();
        assert_eq!(names, ["Deutsch", "English", "Español", "Français"]);
        assert!(languages.iter().all(|locale| locale.missing() == 0));
        assert_eq!(languages.after("de"), Some("en"));
        assert_eq!(languages.after("fr"), Some("de"));
        assert_eq!(languages.after("tlh"), None);
        let offered = languages.clone().offered(&["fr".to_owned(), "de".to_owned()]);
        assert_eq!((offered.after("fr"), offered.after("de")), (Some("de"), Some("fr")));
        assert_eq!(languages.clone().offered(&[]).iter().count(), 4);
        let error = languages.expect("tlh").err().map(|error| error.to_string());
        assert!(error.is_some_and(|error| error.contains("there are de, en, es, fr")));
    }

    #[test]
    fn a_locale_that_lacks_a_message_shows_the_english_one() {
        let with = |text: &str| {
            let path = "locales/nl/own.ftl".to_owned();
            Languages::load(&Files::with_overrides([(path, text.into())].into()))
        };
        let languages = with("control-play = afspelen\ndecimal-separator = ,\n").expect("nl");
        let dutch = languages.get("nl").expect("nl");
        assert_eq!(
            (dutch.plain("control-play"), dutch.number(0.5)),
            ("afspelen".into(), "0,5".into())
        );
        assert_eq!(dutch.plain("control-pause"), "pause");
        assert_eq!(dutch.own_name(), "nl");
        let all = English::built_in().expect("shipped").count();
        assert_eq!(dutch.missing(), all - 2);
        for (text, line) in [("a = 1\nb = { $x\n", "line 2"), ("a = 1\n\na = 2\n", "line 3")] {
            let error = with(text).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(error.contains("locales/nl/own.ftl") && error.contains(line), "{error}");
        }
    }
}
