//! The speaker's window: the place in the lesson, the note, the next stop, and the time.

use egui::text::LayoutJob;
use egui::{Align2, Color32, FontId, Rect, Stroke, Ui, Vec2, pos2};

use crate::view::{View, colour};
use crate::{description, theme};
use content::words::Words;
use exhibit::chapter::CHAPTERS;
use exhibit::lesson::{RunningLesson, Stop};
use exhibit::playback::Motion;
use exhibit::projector::Cover;

/// The values that the window shows besides the view.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Notes {
    /// Seconds since the lesson's time began.
    pub elapsed: f64,
    /// The time of day in minutes, if it is known.
    pub time_of_day: Option<u32>,
}

/// Draws the window.
pub fn show(ui: &mut Ui, view: &View<'_>, notes: &Notes) {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0.0, colour(view.look.theme.ground));
    // The type is large enough to read from where a speaker stands.
    let unit = (screen.width() / 1280.0).min(screen.height() / 720.0);
    let sheet = Sheet { view, unit };
    let area = screen.shrink(40.0 * unit);
    let clock = 300.0 * unit;
    let left =
        Rect::from_min_max(area.min, pos2(area.right() - clock - 40.0 * unit, area.bottom()));
    let right = Rect::from_min_max(pos2(area.right() - clock, area.top()), area.max);
    sheet.time(ui, right, notes);
    let top = sheet.place(ui, left);
    let bottom = sheet.next(ui, left);
    let middle = Rect::from_min_max(
        pos2(left.left(), top + 20.0 * unit),
        pos2(left.right(), bottom - 20.0 * unit),
    );
    sheet.note(ui, middle);
}

struct Sheet<'a> {
    view: &'a View<'a>,
    unit: f32,
}

impl Sheet<'_> {
    fn text(&self) -> Color32 {
        colour(self.view.look.theme.text)
    }

    fn muted(&self) -> Color32 {
        colour(self.view.look.theme.muted)
    }

    /// Writes a text within a width. Returns where its last line ends.
    fn write(&self, ui: &Ui, place: Rect, text: String, font: FontId, ink: Color32) -> f32 {
        let job = LayoutJob::simple(text, font, ink, place.width());
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let bottom = place.top() + galley.size().y;
        ui.painter().galley(place.min, galley, ink);
        bottom
    }

    /// Writes the stop, the chapter, the phase, and the special states of the picture. Returns where
    /// they end.
    fn place(&self, ui: &Ui, area: Rect) -> f32 {
        let (view, unit) = (self.view, self.unit);
        let mut top = area.top();
        let mut line = |text: String, font: FontId, ink| {
            let place = Rect::from_min_max(pos2(area.left(), top), area.max);
            top = self.write(ui, place, text, font, ink) + 4.0 * unit;
        };
        if let Some(lesson) = view.controls.lesson {
            let words = Words::new("notes-stop")
                .count("stop", lesson.index() + 1)
                .count("stops", lesson.lesson().stops.len());
            let text = format!("{} · {}", view.text(&words), lesson.lesson().title);
            line(text, theme::regular(22.0 * unit), self.muted());
        }
        let chapter = view.shown.chapter.get();
        let title = view.plain(&format!("chapter-{}", chapter.id()));
        line(title, theme::strong(36.0 * unit), self.text());
        let position = view.shown.step.position();
        let phase = view.plain(chapter.phases()[position.phase]);
        let place = format!("{} · {phase}", description::sample(view));
        line(place, theme::regular(26.0 * unit), self.muted());
        let states = self.states();
        if !states.is_empty() {
            line(states.join(" · "), theme::strong(26.0 * unit), colour(view.look.theme.boundary));
        }
        top
    }

    /// Returns the special states of the picture that the class sees, such as frozen.
    fn states(&self) -> Vec<String> {
        let view = self.view;
        let cover = view.controls.projector.cover.map(|cover| match cover {
            Cover::Black => "notes-black",
            Cover::White => "notes-white",
        });
        let plays = view.shown.playback.motion == Motion::Playing;
        [
            cover,
            view.controls.projector.frozen.then_some("notes-frozen"),
            view.shown.waits.then_some("notes-waits"),
            plays.then_some("notes-plays"),
            view.controls.projector.spotlight.map(|_| "notes-spotlight"),
        ]
        .into_iter()
        .flatten()
        .map(|key| view.plain(key))
        .collect()
    }

    /// Writes the next stop. Returns where it begins.
    fn next(&self, ui: &Ui, area: Rect) -> f32 {
        let (view, unit) = (self.view, self.unit);
        let Some(lesson) = view.controls.lesson else { return area.bottom() };
        let height = 84.0 * unit;
        let place = Rect::from_min_max(pos2(area.left(), area.bottom() - height), area.max);
        let rule = Stroke::new((2.0 * unit).max(1.0), colour(view.look.theme.hairline));
        ui.painter().hline(place.x_range(), place.top(), rule);
        let label = Rect::from_min_max(place.min + Vec2::new(0.0, 10.0 * unit), place.max);
        let Some(stop) = lesson.next() else {
            let text = view.plain("notes-no-next");
            self.write(ui, label, text, theme::regular(24.0 * unit), self.muted());
            return place.top();
        };
        let word = view.plain("notes-next");
        let below = self.write(ui, label, word, theme::regular(20.0 * unit), self.muted());
        let line = Rect::from_min_max(pos2(area.left(), below), place.max);
        self.write(ui, line, self.stop(lesson, stop), theme::strong(24.0 * unit), self.text());
        place.top()
    }

    /// Returns the chapter and sample of a stop in words.
    fn stop(&self, lesson: &RunningLesson, stop: &Stop) -> String {
        let view = self.view;
        let shown = CHAPTERS[stop.chapter];
        let title = view.plain(&format!("chapter-{}", shown.id()));
        let is_same = lesson.stop().chapter == stop.chapter;
        let position = shown.timeline(view.shown.experiments).position(stop.step);
        let words = Words::new("notes-sample").count("sample", position.sample + 1);
        let phase = view.plain(shown.phases()[position.phase]);
        // The text names the chapter only if it changes. It names the sample only if there is more than
        // one.
        match (is_same, shown.timeline(view.shown.experiments).samples() > 1) {
            (true, true) => format!("{} · {phase}", view.text(&words)),
            (true, false) => phase,
            (false, true) => format!("{title} · {}", view.text(&words)),
            (false, false) => format!("{title} · {phase}"),
        }
    }

    /// Writes the note of the stop, as large as it fits.
    fn note(&self, ui: &Ui, area: Rect) {
        let Some(lesson) = self.view.controls.lesson else {
            let text = self.view.plain("notes-no-lesson");
            self.write(ui, area, text, theme::regular(26.0 * self.unit), self.muted());
            return;
        };
        let ink = self.text();
        let mut points = 40.0 * self.unit;
        let galley = loop {
            let font = theme::regular(points);
            let job = LayoutJob::simple(lesson.stop().note.clone(), font, ink, area.width());
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            // Change the size in whole steps, so that the fonts' atlas needs few sizes.
            if galley.size().y <= area.height() || points <= 14.0 {
                break galley;
            }
            points -= 2.0;
        };
        ui.painter().galley(area.min, galley, ink);
    }

    /// Writes the time that has passed, the time left, and the time of day.
    fn time(&self, ui: &Ui, area: Rect, notes: &Notes) {
        let (view, unit) = (self.view, self.unit);
        let mut y = area.top();
        let mut figure = |text: String, label: &str, size: f32, ink: Color32| {
            let at = pos2(area.right(), y);
            let font = theme::strong(size * unit);
            let written = ui.painter().text(at, Align2::RIGHT_TOP, text, font, ink);
            let at = written.right_bottom();
            let (font, muted) = (theme::regular(20.0 * unit), self.muted());
            let label = ui.painter().text(at, Align2::RIGHT_TOP, view.plain(label), font, muted);
            y = label.bottom() + 22.0 * unit;
        };
        figure(view.locale.minutes(notes.elapsed), "notes-elapsed", 72.0, self.text());
        if let Some(minutes) = view.controls.lesson.and_then(|lesson| lesson.lesson().minutes) {
            let left = 60.0 * f64::from(minutes) - notes.elapsed;
            let (key, ink) = if left >= 0.0 {
                ("notes-left", self.text())
            } else {
                ("notes-over", colour(view.look.theme.error))
            };
            figure(view.locale.minutes(left.abs()), key, 48.0, ink);
        }
        if let Some(minutes) = notes.time_of_day {
            figure(view.locale.time_of_day(minutes), "notes-now", 40.0, self.muted());
        }
    }
}
