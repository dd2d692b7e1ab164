//! Back-propagation: computes how much each weight of a [`Network`] contributes to its errors
//! (Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986).

use std::sync::Arc;

use super::network::{Layer, Network};
use super::shape::{Shape, each};

/// The rule by which errors go back from a layer to the layer before it.
///
/// In both rules, δˡ = eˡ ∘ nˡ(1 − nˡ). Wˡ changes by −rate · nˡᵀδˡ⁺¹, and bˡ by −rate · Σδˡ⁺¹. The
/// sums are over the batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rule {
    /// The notebook's rule: eˡ = eˡ⁺¹·Wˡᵀ. It uses Wˡ after its change, and the error itself
    /// instead of δˡ⁺¹. So hidden neurons get the full error, however sure the output is. This is
    /// not the gradient of any loss that the exhibit shows.
    #[default]
    Notebook,
    /// The exact gradient: eˡ = δˡ⁺¹·Wˡᵀ, with Wˡ before its change.
    Gradient,
}

/// The loss that learning makes small: a sum over the batch and over the outputs o with their targets t.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Loss {
    /// ½(o − t)².
    HalfSquaredError,
    /// −t·ln o − (1 − t)·ln(1 − o), in nats. Its δ at the outputs is the error o − t itself.
    CrossEntropy,
}

impl Loss {
    /// The loss of a batch of inputs with their targets.
    #[must_use]
    pub fn of<I, T>(self, network: &Network, batch: &[(I, T)]) -> f64
    where
        I: AsRef<[f64]>,
        T: AsRef<[f64]>,
    {
        let last = network.sizes().len() - 1;
        let mut whole = 0.0;
        for (inputs, targets) in batch {
            let activations = network.activations(inputs.as_ref());
            for (j, target) in targets.as_ref().iter().enumerate() {
                whole += match self {
                    Self::HalfSquaredError => {
                        let error = activations.layer(last)[j] - target;
                        0.5 * error * error
                    }
                    // −ln σ(z) = ln(1 + e⁻ᶻ), in a form that neither overflows nor loses digits.
                    Self::CrossEntropy => {
                        let z = network.layer(last - 1).sum(activations.layer(last - 1), j);
                        z.max(0.0) - z * target + libm::log1p(libm::exp(-z.abs()))
                    }
                };
            }
        }
        whole
    }

    /// The derivative of the loss by each weight and bias, in the order of [`Network::parameters`].
    #[must_use]
    pub fn gradient<I, T>(self, network: &Network, batch: &[(I, T)]) -> Vec<f64>
    where
        I: AsRef<[f64]>,
        T: AsRef<[f64]>,
    {
        let mut pass = Pass::new(network, batch.len());
        pass.set_inputs(batch.iter().map(|(inputs, _)| inputs));
        pass.forward(network);
        pass.compare(|record, j| batch[record].1.as_ref().get(j).copied().unwrap_or_default());
        let mut moved = network.clone();
        pass.backward(&mut moved, Rule::Gradient, self, 0.0);
        pass.gradients().to_vec()
    }
}

/// All numbers of one pass: a batch goes forward through a network, and its errors go back. These
/// are the activation, e and δ of each neuron for each input of the batch, and the gradients.
#[derive(Clone, Debug, PartialEq)]
pub struct Pass {
    shape: Arc<Shape>,
    /// The gradients, laid out like the parameters. Then one record for each input of the batch:
    /// the activations of all layers, then the errors and the deltas of all layers but layer 0.
    values: Box<[f64]>,
}

impl Pass {
    /// Makes a pass for `count` inputs, with every number 0.
    pub(crate) fn new(network: &Network, count: usize) -> Self {
        let shape = Arc::clone(network.shape());
        let values = vec![0.0; shape.parameters + count * shape.record].into();
        Self { shape, values }
    }

    /// Copies the inputs of the batch into the records.
    pub(crate) fn set_inputs<I: AsRef<[f64]>>(&mut self, batch: impl Iterator<Item = I>) {
        let (records, length) = (&mut self.values[self.shape.parameters..], self.shape.record);
        let count = self.shape.sizes[0];
        for (record, inputs) in each(records, length).zip(batch) {
            for (value, &input) in record[..count].iter_mut().zip(inputs.as_ref()) {
                *value = input;
            }
        }
    }

    /// Computes all activations.
    pub(crate) fn forward(&mut self, network: &Network) {
        let records = &mut self.values[self.shape.parameters..];
        for place in &self.shape.places {
            place.forward(records, place.layer(network.parameters()));
        }
    }

    /// Computes the errors of the outputs. `target` takes the index of an input of the batch and
    /// the index of an output.
    #[inline]
    pub(crate) fn compare(&mut self, target: impl Fn(usize, usize) -> f64) {
        if let Some(place) = self.shape.places.last() {
            place.compare(&mut self.values[self.shape.parameters..], target);
        }
    }

    /// Computes all other numbers, and changes the parameters of the network.
    pub(crate) fn backward(&mut self, network: &mut Network, rule: Rule, loss: Loss, rate: f64) {
        let (gradients, records) = self.values.split_at_mut(self.shape.parameters);
        gradients.fill(0.0);
        let last = self.shape.places.len() - 1;
        for (l, place) in self.shape.places.iter().enumerate().rev() {
            let gradients = &mut gradients[place.parameters()];
            let parameters = &mut network.parameters_mut()[place.parameters()];
            place.deltas(records, gradients, l == last && loss == Loss::CrossEntropy);
            if rule == Rule::Gradient && l > 0 {
                place.errors(records, parameters, place.delta);
            }
            for (parameter, gradient) in parameters.iter_mut().zip(gradients) {
                *parameter -= rate * *gradient;
            }
            if rule == Rule::Notebook && l > 0 {
                place.errors(records, parameters, place.error);
            }
        }
    }

    /// Count of inputs in the batch.
    #[must_use]
    pub fn len(&self) -> usize {
        (self.values.len() - self.shape.parameters) / self.shape.record
    }

    /// Whether the batch is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The activations of layer l for an input of the batch, each from 0 to 1. Layer 0 is the input itself.
    #[must_use]
    pub fn activations(&self, l: usize, record: usize) -> &[f64] {
        match l.checked_sub(1).map(|before| &self.shape.places[before]) {
            Some(place) => self.part(record, place.input + place.inputs, place.outputs),
            None => self.part(record, 0, self.shape.sizes[0]),
        }
    }

    /// eˡ of an input of the batch; l is above 0. For the last layer it is output − target. For the
    /// other layers it is the error that comes back from the next layer, by the [`Rule`].
    #[must_use]
    pub fn errors(&self, l: usize, record: usize) -> &[f64] {
        let place = &self.shape.places[l - 1];
        self.part(record, place.error, place.outputs)
    }

    /// δˡ of an input of the batch; l is above 0.
    #[must_use]
    pub fn deltas(&self, l: usize, record: usize) -> &[f64] {
        let place = &self.shape.places[l - 1];
        self.part(record, place.delta, place.outputs)
    }

    /// nˡᵀδˡ⁺¹ and Σδˡ⁺¹. The update subtracts them, times the rate, from Wˡ and bˡ.
    #[must_use]
    pub fn gradient(&self, l: usize) -> Layer<'_> {
        self.shape.places[l].layer(self.gradients())
    }

    /// The gradients of all layers, in the order of [`Network::parameters`].
    #[must_use]
    pub fn gradients(&self) -> &[f64] {
        &self.values[..self.shape.parameters]
    }

    /// Count of layers, the inputs included.
    #[must_use]
    pub fn layers(&self) -> usize {
        self.shape.sizes.len()
    }

    /// The memory that the numbers take, in bytes, without `self`.
    #[must_use]
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.values)
    }

    fn part(&self, record: usize, offset: usize, length: usize) -> &[f64] {
        &self.values[self.shape.parameters + record * self.shape.record + offset..][..length]
    }
}
