//! Sets of rectangles, with the counts and measures that chapters show.

use std::sync::OnceLock;

use learning::rectangle::{FIELD_SIDE, FIELD_START};
use learning::separation::best_line;
use learning::{Dataset, LearningRate, Line, Origin, Rectangle, RectangleSample, RunningHistogram};

use super::{Experiment, LearnCommand};
use content::limits::BEST_LINE_POINTS;

/// Count of bins of aspect ratios, from 0 to [`GREATEST_RATIO`].
pub const RATIO_BINS: usize = 40;
/// The upper end of the last bin. This bin also holds all greater ratios.
pub const GREATEST_RATIO: f64 = 5.0;

/// The bin of a rectangle's aspect ratio.
#[must_use]
pub fn ratio_bin(rectangle: &Rectangle) -> u32 {
    let bin = rectangle.width / rectangle.height / GREATEST_RATIO * RATIO_BINS as f64;
    (bin as u32).min(RATIO_BINS as u32 - 1)
}

/// Samples of rectangles, with facts about all of them together.
#[derive(Clone)]
pub struct RectangleData {
    /// The samples, at least one of each class.
    pub dataset: Dataset<RectangleSample>,
    /// Every rectangle with its class, in the order in which the machine learns from them.
    pub points: Vec<(Rectangle, bool)>,
    /// How large the rectangles are, and where they lie.
    pub extent: Extent,
    /// Counts of rectangles by their aspect ratio, width divided by height, in [`RATIO_BINS`] bins.
    pub ratios: RunningHistogram,
    best_line: OnceLock<Option<(Line, usize)>>,
    /// Count of the points before each sample, and of all points.
    starts: Vec<usize>,
}

/// How large rectangles are, and where they lie. All samples of a data set are drawn to the scale that
/// follows from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The greatest width and the greatest height.
    pub sides: [f64; 2],
    /// The greatest total area of the rectangles of one sample.
    pub area: f64,
    /// The least and the greatest place on each axis, `[x, y]`.
    pub places: [[f64; 2]; 2],
}

impl Extent {
    /// The extent of these samples. The places cover at least the field.
    #[must_use]
    pub fn of(samples: &[RectangleSample]) -> Self {
        let field = [FIELD_START, FIELD_START + FIELD_SIDE];
        let mut extent = Self { sides: [0.0; 2], area: 0.0, places: [field; 2] };
        for sample in samples {
            let mut area = 0.0;
            for rectangle in &sample.rectangles {
                area += rectangle.width * rectangle.height;
                for axis in 0..2 {
                    extent.sides[axis] = extent.sides[axis].max(rectangle.features()[axis]);
                    let [least, greatest] = &mut extent.places[axis];
                    *least = least.min(rectangle.place[axis]);
                    *greatest = greatest.max(rectangle.place[axis]);
                }
            }
            extent.area = extent.area.max(area);
        }
        extent
    }
}

impl RectangleData {
    /// Measures the samples of a data set.
    #[must_use]
    pub fn new(dataset: Dataset<RectangleSample>) -> Self {
        let samples = &dataset.samples;
        let mut starts = Vec::with_capacity(samples.len() + 1);
        let mut points = Vec::new();
        for sample in samples {
            starts.push(points.len());
            points.extend(sample.rectangles.iter().map(|&rectangle| (rectangle, sample.label)));
        }
        starts.push(points.len());
        let ratios = RunningHistogram::of_bins(
            RATIO_BINS,
            points.iter().map(|(rectangle, label)| (ratio_bin(rectangle), *label)),
        );
        Self {
            extent: Extent::of(samples),
            dataset,
            points,
            ratios,
            best_line: OnceLock::new(),
            starts,
        }
    }

    /// A sample. An index beyond the last means the last sample.
    #[must_use]
    pub fn sample(&self, index: usize) -> &RectangleSample {
        let samples = &self.dataset.samples;
        // An experiment always has samples of both classes. Every way to make a data set ensures this.
        &samples[index.min(samples.len() - 1)]
    }

    /// Whether the verdict on a sample has more of its rectangles right than wrong. `count_wrong` counts the
    /// wrong ones. False without a verdict.
    #[must_use]
    pub fn is_mostly_right<V>(
        &self,
        sample: usize,
        verdict: Option<&V>,
        count_wrong: fn(&V, &RectangleSample) -> usize,
    ) -> bool {
        let of_sample = self.dataset.samples.get(sample).zip(verdict);
        of_sample.is_some_and(|(sample, verdict)| {
            2 * count_wrong(verdict, sample) < sample.rectangles.len()
        })
    }

    /// Count of the rectangles in all samples before this one.
    #[must_use]
    pub fn points_before(&self, sample: usize) -> usize {
        self.starts[sample.min(self.starts.len() - 1)]
    }

    /// Count of points on their right side of a line. The side for class true is the one that makes this
    /// count greater.
    #[must_use]
    pub fn right_with(&self, line: &Line) -> usize {
        let is_right = |(rectangle, label): &&(Rectangle, bool)| {
            (line.score(rectangle.features()) > 0.0) == *label
        };
        let right = self.points.iter().filter(is_right).count();
        right.max(self.points.len() - right)
    }

    /// The line with the most points on their right side, and their count. It is computed on the first call.
    /// `None` if there are too many points to search.
    #[must_use]
    pub fn best_line(&self) -> Option<(Line, usize)> {
        *self.best_line.get_or_init(|| {
            let points = self.points.iter().map(|(r, label)| (r.features(), *label));
            let points: Vec<_> = points.take(BEST_LINE_POINTS + 1).collect();
            if points.len() > BEST_LINE_POINTS { None } else { best_line(&points) }
        })
    }
}

/// Rectangles that no machine learns from.
impl Experiment for RectangleData {
    fn origin(&self) -> Option<&Origin> {
        Some(&self.dataset.origin)
    }

    fn samples(&self) -> usize {
        self.dataset.samples.len()
    }

    fn label(&self, sample: usize) -> bool {
        self.sample(sample).label
    }

    fn rectangles(&self) -> Option<&RectangleData> {
        Some(self)
    }

    fn class_names(&self) -> Option<&[String; 2]> {
        self.dataset.class_names.as_ref()
    }

    fn feature_names(&self) -> Option<&[String; 2]> {
        self.dataset.feature_names.as_ref()
    }

    fn learning_rate(&self) -> Option<LearningRate> {
        None
    }

    fn was_right(&self, _sample: usize) -> bool {
        false
    }

    fn apply(&mut self, _command: LearnCommand) -> bool {
        false
    }
}
