//! Settings that have no effect, and that may be a mistake.

use content::limits::STOPS_TOLD;
use exhibit::chapter::CHAPTERS;
use exhibit::config::Config;
use exhibit::lesson::Lesson;

/// The settings that have no effect, and that may be a mistake. Each is the name of a field, and a text that
/// says what happens instead.
#[must_use]
pub fn notices(config: &Config) -> Vec<(&'static str, String)> {
    let mut notices = Vec::new();
    let is_kiosk = config.kiosk.enabled;
    if is_kiosk && config.projector.enabled {
        let told = "kiosk mode is on too, so projector mode has no effect";
        notices.push(("projector.enabled", told.to_owned()));
    }
    if let Some(lesson) = config.projector.lesson.as_ref().filter(|_| is_kiosk) {
        let told = format!("kiosk mode is on, so the lesson {lesson} is not given");
        notices.push(("projector.lesson", told));
    } else if let Some(lesson) =
        config.projector.lesson.as_ref().filter(|_| !config.projector.enabled)
    {
        let told = format!("projector mode is off, so the lesson {lesson} is not given");
        notices.push(("projector.lesson", told));
    }
    let id = |place: usize| CHAPTERS.get(place).map_or("", |chapter| chapter.id());
    let left_out: Vec<_> = config
        .attract
        .scenes
        .iter()
        .map(|scene| scene.chapter)
        .filter(|place| !config.chapters().contains(place))
        .map(id)
        .collect();
    if is_kiosk && !left_out.is_empty() {
        let rest = if left_out.len() < config.attract.scenes.len() {
            ""
        } else {
            "; no scene is left, so the chapters of the kiosk are shown"
        };
        let left_out = left_out.join(", ");
        let told = format!("not shown, because visitors cannot open them: {left_out}{rest}");
        notices.push(("attract.scenes", told));
    }
    notices
}

/// The stops of a lesson that are in chapters that [`Config::chapters`] does not offer.
#[must_use]
pub fn not_offered(config: &Config, lesson: &Lesson) -> Option<String> {
    let stops = lesson.stops.iter().enumerate();
    let stops: Vec<_> = stops
        .filter(|(_, stop)| !config.chapters().contains(&stop.chapter))
        .map(|(index, stop)| format!("stop {} ({})", index + 1, CHAPTERS[stop.chapter].id()))
        .collect();
    let told =
        "these stops are in chapters that chapters.order leaves out; the lesson shows them anyway";
    let shown = match stops.get(STOPS_TOLD) {
        Some(_) => {
            format!("{} and {} more", stops[..STOPS_TOLD].join(", "), stops.len() - STOPS_TOLD)
        }
        None => stops.join(", "),
    };
    (!stops.is_empty()).then(|| format!("{told}: {shown}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use exhibit::config::AttractScene;
    use exhibit::lesson::Stop;

    fn fields(config: &Config) -> Vec<&'static str> {
        notices(config).into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn settings_without_effect_in_a_kiosk_are_reported() {
        let mut config = Config::default();
        assert!(notices(&config).is_empty());
        config.projector.enabled = true;
        config.projector.lesson = Some("10-minutes".to_owned());
        assert!(notices(&config).is_empty());
        config.kiosk.enabled = true;
        assert_eq!(fields(&config), ["projector.enabled", "projector.lesson"]);
        config.kiosk.enabled = false;
        config.projector.enabled = false;
        assert_eq!(fields(&config), ["projector.lesson"]);
    }

    #[test]
    fn scenes_of_chapters_that_visitors_cannot_open_are_left_out_and_reported() {
        let mut config = Config::default();
        config.kiosk.enabled = true;
        config.kiosk.chapters = Some(vec![0, 3]);
        let places = |config: &Config| -> Vec<usize> {
            config.scenes().iter().map(|scene| scene.chapter).collect()
        };
        assert_eq!(places(&config), [3], "of the four scenes, that of threshold-learns");
        let told = &notices(&config)[0];
        assert_eq!(told.0, "attract.scenes");
        assert_eq!(
            told.1,
            "not shown, because visitors cannot open them: perceptron-learns, network-learns, autoencoder"
        );
        config.attract.scenes =
            vec![AttractScene { chapter: 9, seconds: 20.0, learning_rate: None }];
        assert_eq!(places(&config), [0, 3], "where none is left, what visitors can open");
        assert!(
            notices(&config)[0]
                .1
                .ends_with("; no scene is left, so the chapters of the kiosk are shown")
        );
    }

    #[test]
    fn stops_of_a_lesson_in_chapters_that_are_not_offered_are_reported() {
        let stop = |chapter| Stop {
            chapter,
            step: 0,
            learning_rate: None,
            rule: None,
            seed: None,
            theme: None,
            link: None,
            play: false,
            note: String::new(),
        };
        let stops = vec![stop(0), stop(1)];
        let lesson = Lesson { title: "Two".to_owned(), minutes: None, stops };
        let mut config = Config::default();
        assert_eq!(not_offered(&config, &lesson), None);
        config.chapters.order = vec![0];
        let told = not_offered(&config, &lesson).expect("a notice");
        assert!(told.ends_with(": stop 2 (histogram)"), "{told}");
    }
}
