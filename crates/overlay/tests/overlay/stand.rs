//! The data for a view, and a harness that draws it.

use bevy_math::Vec2;
use content::files::Files;
use content::look::Look;
use content::words::{DataWords, Languages, Locale};
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};
use exhibit::chapter::{CHAPTERS, CurrentChapter, Exhibit, Moment};
use exhibit::experiment::{Experiments, Material};
use exhibit::guesses::Guesses;
use exhibit::kiosk::facts::Facts;
use exhibit::kiosk::{Kiosk, OperatorPage};
use exhibit::layout::{Arrangement, Layout};
use exhibit::link::{LinkNotice, Share};
use exhibit::offered::OfferedChapters;
use exhibit::playback::{Playback, TrainingStep};
use exhibit::projector::Projector;
use exhibit::regions::Regions;
use exhibit::reload::ReloadReport;
use exhibit::scene::Scene;
use exhibit::settings::Settings;
use exhibit::visitor::{Panel, VisitorState};
use overlay::theme;
use overlay::view::{Choices, Controls, Shown, Style, View};

pub const SIZES: [(f32, f32); 4] =
    [(1920.0, 1080.0), (1366.0, 768.0), (3840.0, 2160.0), (1080.0, 1920.0)];

/// The sizes of classroom projectors.
pub const PROJECTORS: [(f32, f32); 3] = [(1920.0, 1080.0), (1366.0, 768.0), (1024.0, 768.0)];

/// All pages over a chapter.
pub const PAGES: [Panel; 6] = [
    Panel::Chapters,
    Panel::Help,
    Panel::Appearance,
    Panel::Compare,
    Panel::Share,
    Panel::LinkNotice,
];

/// A link of common length, with the address of a page.
pub fn share() -> Share {
    let link = "#v=1&chapter=network-learns&step=534&data=notebook&rate=0.1&rule=gradient&compare=0.01@24\
        &theme=night&palette=safe&lang=de";
    Share { link: link.to_owned(), address: Some("https://museum.example/machine/".to_owned()) }
}

/// Everything that can be told about a link.
pub fn notice() -> LinkNotice {
    let unused = ["step", "theme", "initial-weights", "guesses"].map(str::to_owned).into();
    LinkNotice { unused, needs_file: Some("leaves of all trees in the park.csv".to_owned()) }
}

/// Everything that a view borrows.
pub struct Stand {
    pub files: Files,
    pub layout: Layout,
    pub look: Look,
    pub locale: Locale,
    pub data_words: DataWords,
    pub scene: Scene,
    pub regions: Regions,
    pub step: TrainingStep,
    pub playback: Playback,
    pub chapter: CurrentChapter,
    pub experiments: Experiments,
    pub settings: Settings,
    pub choices: Choices,
    pub panel: Option<Panel>,
    pub offered: OfferedChapters,
    pub kiosk: Kiosk,
    pub operator: OperatorPage,
    pub facts: Facts,
    pub reload: ReloadReport,
    pub languages: Languages,
    pub projector: Projector,
    pub share: Share,
    pub notice: LinkNotice,
}

impl Stand {
    pub fn new(chapter: usize, step: usize, size: (f32, f32), text_scale: f32) -> Self {
        Self::between(chapter, step, 0.0, size, text_scale)
    }

    /// Returns a stand between a step and the next. `fraction` is the part of the way, from 0 to 1.
    pub fn between(
        chapter: usize,
        step: usize,
        fraction: f64,
        size: (f32, f32),
        text_scale: f32,
    ) -> Self {
        let files = Files::default();
        let experiments = Experiments::new(Material::notebook(&files).unwrap());
        let shown = CHAPTERS[chapter];
        let step = TrainingStep::new(shown.timeline(&experiments), step);
        let guesses = Guesses::default();
        let exhibit = Exhibit {
            experiments: &experiments,
            guesses: &guesses,
            visitor: VisitorState::default(),
            confidence: false,
            chapter,
            machine_is_known: true,
        };
        let at = step.position();
        let moment = Moment { sample: at.sample, phase: at.phase, fraction, has_next: true };
        let scene = shown.scene(moment, &exhibit);
        let arrangement = {
            let has_rates = !shown.learning_rates().is_empty();
            Arrangement::of(&scene, text_scale, has_rates, None)
        };
        let settings = Settings { text_scale, ..Settings::default() };
        let look = Look::load(&files, &settings.theme, &settings.palette).unwrap();
        let languages = Languages::load(&files).unwrap();
        let locale = languages.expect(&settings.language).unwrap().clone();
        Self {
            data_words: DataWords::new(&locale, &look, [None; 2]),
            choices: Choices::read(&files, &Languages::load(&files).unwrap()),
            files,
            layout: Layout::new(Vec2::from(size), arrangement),
            look,
            locale,
            regions: Regions::worked_out(scene.region_requests()),
            scene,
            step,
            playback: Playback::default(),
            chapter: CurrentChapter::new(chapter),
            experiments,
            settings,
            panel: None,
            offered: OfferedChapters::default(),
            kiosk: Kiosk::default(),
            operator: OperatorPage::Closed,
            facts: Facts::default(),
            reload: ReloadReport::None,
            languages,
            projector: Projector::default(),
            share: share(),
            notice: notice(),
        }
    }

    fn view(&self) -> View<'_> {
        View {
            style: Style {
                layout: &self.layout,
                look: &self.look,
                locale: &self.locale,
                data_words: &self.data_words,
                at_controls: false,
            },
            shown: Shown {
                scene: &self.scene,
                step: &self.step,
                playback: &self.playback,
                chapter: &self.chapter,
                experiments: &self.experiments,
                regions: &self.regions,
                pattern: VisitorState::default().pattern,
                waits: false,
            },
            controls: Controls {
                settings: &self.settings,
                choices: &self.choices,
                panel: self.panel,
                offered: &self.offered,
                kiosk: &self.kiosk,
                operator: &self.operator,
                facts: &self.facts,
                reload: &self.reload,
                languages: &self.languages,
                projector: &self.projector,
                lesson: None,
                share: &self.share,
                notice: &self.notice,
            },
        }
    }

    /// Returns a harness that draws with `draw`, in the exhibit's fonts and style.
    pub fn harness<'a>(
        &'a self,
        mut draw: impl FnMut(&mut egui::Ui, &View<'_>) + 'a,
    ) -> Harness<'a> {
        let mut is_dressed = false;
        let mut harness = Harness::builder()
            .with_size(egui::vec2(self.layout.size.x, self.layout.size.y))
            .build_ui(move |ui| {
                if !std::mem::replace(&mut is_dressed, true) {
                    theme::install_fonts(ui.ctx(), &self.files);
                    theme::install_style(ui.ctx(), &self.look);
                    return;
                }
                let screen = ui.ctx().viewport_rect();
                let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(screen));
                draw(&mut ui, &self.view());
            });
        harness.run();
        harness
    }
}

pub fn is_control(node: &Node<'_>) -> bool {
    use egui::accesskit::Role;
    let role = node.accesskit_node().role();
    matches!(role, Role::Button | Role::RadioButton | Role::CheckBox | Role::Slider)
}
