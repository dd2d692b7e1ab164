//! Networks of neurons in layers, each neuron connected to all of the layer before it.
//!
//! Layers are counted from 0, the inputs. Layer l + 1 is made of layer l by the weights Wˡ and the
//! biases bˡ: nˡ⁺¹ = σ(nˡ·Wˡ + bˡ), σ being the [logistic] function. All these are pure numbers,
//! without a unit.

use std::sync::Arc;

use thiserror::Error;

/// The logistic function σ(z) = 1 / (1 + e⁻ᶻ), from 0 to 1.
#[must_use]
pub fn logistic(z: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-z))
}

/// A network: how many neurons its layers have, and its weights and biases.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    sizes: Sizes,
    /// Of each layer but the inputs in turn: its weights, then its biases.
    parameters: Box<[f64]>,
}

/// Counts of neurons: of the inputs, and of each layer after them.
pub(crate) type Sizes = Arc<[usize]>;

/// Why numbers are no network.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NetworkError {
    /// There must be inputs and at least one layer after them, and no layer may be empty.
    #[error("expected at least two layers of one neuron or more, found layers of {0:?}")]
    Sizes(Vec<usize>),
    /// There must be one number for each weight and each bias.
    #[error("expected {expected} weights and biases, found {found}")]
    Count {
        /// How many the layers need.
        expected: usize,
        /// How many there were.
        found: usize,
    },
}

/// What leads into one layer: weights (row = input, column = output) and biases, or what is to be
/// added to each of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer<'a> {
    /// Row by row: the weights from the first input to all outputs, then those from the second.
    pub weights: &'a [f64],
    /// One for each output.
    pub biases: &'a [f64],
}

impl Network {
    /// A network of layers of these sizes, inputs first; its parameters are, for each layer after
    /// the inputs, the weights (row by row, row = input) and then the biases.
    ///
    /// # Errors
    /// There are fewer than two layers, a layer is empty, or there are too few or too many
    /// parameters.
    pub fn new(sizes: &[usize], parameters: Vec<f64>) -> Result<Self, NetworkError> {
        if sizes.len() < 2 || sizes.contains(&0) {
            return Err(NetworkError::Sizes(sizes.to_vec()));
        }
        let (expected, found) = (parameter_count(sizes), parameters.len());
        if expected != found {
            return Err(NetworkError::Count { expected, found });
        }
        Ok(Self { sizes: sizes.into(), parameters: parameters.into() })
    }

    /// For sizes and parameters that are known to fit.
    pub(crate) fn known(sizes: &[usize], parameters: Vec<f64>) -> Self {
        debug_assert_eq!(parameter_count(sizes), parameters.len());
        Self { sizes: sizes.into(), parameters: parameters.into() }
    }

    /// Counts of neurons: of the inputs, and of each layer after them.
    #[must_use]
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    pub(crate) fn shared_sizes(&self) -> &Sizes {
        &self.sizes
    }

    /// All weights and biases, in the order of [`Network::new`].
    #[must_use]
    pub fn parameters(&self) -> &[f64] {
        &self.parameters
    }

    /// The same, to be changed.
    pub fn parameters_mut(&mut self) -> &mut [f64] {
        &mut self.parameters
    }

    /// Wˡ and bˡ, which lead from layer l to the next; l is less than `sizes().len() - 1`.
    #[must_use]
    pub fn layer(&self, l: usize) -> Layer<'_> {
        Layer::of(&self.sizes, &self.parameters, l)
    }

    /// What each neuron says of these inputs; inputs that are missing count as 0.
    #[must_use]
    pub fn activations(&self, inputs: &[f64]) -> Activations {
        let mut values = vec![0.0; self.sizes.iter().sum()];
        for (value, &input) in values[..self.sizes[0]].iter_mut().zip(inputs) {
            *value = input;
        }
        for l in 0..self.sizes.len() - 1 {
            let (inputs, outputs) =
                values[first_neuron(&self.sizes, l)..].split_at_mut(self.sizes[l]);
            self.layer(l).forward(inputs, &mut outputs[..self.sizes[l + 1]]);
        }
        Activations { sizes: Arc::clone(&self.sizes), values: values.into() }
    }

    /// What the first neuron of the last layer says of these inputs, from 0 to 1.
    #[must_use]
    pub fn output(&self, inputs: &[f64]) -> f64 {
        self.activations(inputs).layer(self.sizes.len() - 1)[0]
    }

    /// Whether [`Network::output`] is above ½.
    #[must_use]
    pub fn predict(&self, inputs: &[f64]) -> bool {
        self.output(inputs) > 0.5
    }
}

impl<'a> Layer<'a> {
    /// Layer l of so many parameters.
    pub(crate) fn of(sizes: &[usize], parameters: &'a [f64], l: usize) -> Self {
        let start = parameter_count(&sizes[..=l]);
        let (weights, rest) = parameters[start..].split_at(sizes[l] * sizes[l + 1]);
        Self { weights, biases: &rest[..sizes[l + 1]] }
    }

    /// The weight wᵢⱼ from input i to output j, both counted from 0.
    #[must_use]
    pub fn weight(&self, i: usize, j: usize) -> f64 {
        self.weights[i * self.biases.len() + j]
    }

    /// The sum bⱼ + Σᵢ xᵢ·wᵢⱼ of output j, of which the neuron says σ.
    #[must_use]
    pub fn sum(&self, inputs: &[f64], j: usize) -> f64 {
        let column = self.weights.iter().skip(j).step_by(self.biases.len());
        inputs.iter().zip(column).fold(self.biases[j], |sum, (x, weight)| sum + x * weight)
    }

    /// Makes a layer of the one before it.
    // Inlined, so that loops over widths that the caller knows are unrolled.
    #[inline(always)]
    pub(crate) fn forward(&self, inputs: &[f64], outputs: &mut [f64]) {
        let width = outputs.len();
        for (j, (output, bias)) in outputs.iter_mut().zip(self.biases).enumerate() {
            let mut sum = *bias;
            for (i, x) in inputs.iter().enumerate() {
                sum += x * self.weights[i * width + j];
            }
            *output = logistic(sum);
        }
    }
}

/// What each neuron of a network says of some inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Activations {
    sizes: Sizes,
    values: Box<[f64]>,
}

impl Activations {
    /// What the neurons of layer l say, each from 0 to 1; for layer 0, the inputs.
    #[must_use]
    pub fn layer(&self, l: usize) -> &[f64] {
        let start = first_neuron(&self.sizes, l);
        &self.values[start..start + self.sizes[l]]
    }
}

/// Count of weights and biases that layers of these sizes have.
pub(crate) fn parameter_count(sizes: &[usize]) -> usize {
    sizes.windows(2).map(|pair| (pair[0] + 1) * pair[1]).sum()
}

/// Count of neurons before layer l, inputs included.
pub(crate) fn first_neuron(sizes: &[usize], l: usize) -> usize {
    sizes[..l].iter().sum()
}
