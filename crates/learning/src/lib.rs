//! The learning core of the exhibit: data sets, learners and their recorded training runs.
//!
//! Everything here is a pure function of its arguments: bytes and seeds in, values out. There is no engine,
//! no file and no clock. So a trace can be compared with recorded runs, hashed, and read at any sample.
//!
//! ```
//! use learning::{Threshold, dataset::barcodes, trace::Trace};
//!
//! let data = barcodes::generate(7, barcodes::DRAWS);
//! let trace = Trace::record(&Threshold::default(), &data.samples);
//! assert_eq!(trace.len(), data.samples.len());
//! assert_eq!(trace.before(0).boundary, 30.0);
//! ```

pub mod barcode;
pub mod dataset;
pub mod decision_region;
pub mod histogram;
pub mod learner;
pub mod limits;
pub mod line;
mod random;
pub mod rectangle;
pub mod separation;
pub mod text;
pub mod timeline;
pub mod trace;

pub use barcode::{Barcode, Code};
pub use dataset::{Dataset, DatasetError, Origin};
pub use decision_region::Grid;
pub use histogram::RunningHistogram;
pub use learner::{
    Learner, LearningRate, autoencoder::Autoencoder, mlp::Mlp, network::Network,
    perceptron::Perceptron, threshold::Threshold,
};
pub use line::Line;
pub use rectangle::{Rectangle, RectangleSample};
pub use timeline::{Playhead, Position, Timeline};
pub use trace::Trace;
