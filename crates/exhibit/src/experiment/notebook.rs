//! The data sets that come with the exhibit. They were recorded in the notebook that the exhibit is based on.

use content::files::{self, Files};
use learning::dataset::rectangles::Columns;
use learning::learner::mlp::Mlp;
use learning::{Autoencoder, Barcode, Dataset, DatasetError, Origin, RectangleSample, Threshold};

use super::Material;
use super::rectangles::PerceptronChoice;

impl Material {
    /// The notebook's data, and the machines with their default settings.
    ///
    /// # Errors
    /// The files lack these data, or the data are invalid.
    pub fn notebook(files: &Files) -> Result<Self, DatasetError> {
        Ok(Self {
            barcodes: barcodes(files)?,
            threshold: Threshold::default(),
            rectangles: rectangles(files, files::RECTANGLES)?,
            perceptron: PerceptronChoice::default(),
            xor_clean: rectangles(files, files::XOR_CLEAN)?,
            xor: rectangles(files, files::XOR)?,
            mlp: Mlp::default(),
            autoencoder: Autoencoder::default(),
        })
    }
}

/// The notebook's barcodes.
///
/// # Errors
/// The files lack these data, or the data are invalid.
pub fn barcodes(files: &Files) -> Result<Dataset<Barcode>, DatasetError> {
    let bytes = files.get(files::BARCODES).unwrap_or_default();
    let dataset = learning::dataset::barcodes::from_csv(files::BARCODES, &bytes)?;
    Ok(Dataset { origin: Origin::Notebook, ..dataset })
}

/// One of the notebook's sets of rectangles, given by its path, such as [`files::RECTANGLES`].
///
/// # Errors
/// The files lack these data, or the data are invalid.
pub fn rectangles(files: &Files, path: &str) -> Result<Dataset<RectangleSample>, DatasetError> {
    let bytes = files.get(path).unwrap_or_default();
    let dataset = learning::dataset::rectangles::from_csv(path, &bytes, &Columns::default())?;
    Ok(Dataset { origin: Origin::Notebook, ..dataset })
}
