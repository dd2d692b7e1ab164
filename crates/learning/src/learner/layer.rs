//! One layer of a network: the weights and biases that lead into it.

/// The logistic function σ(z) = 1 / (1 + e⁻ᶻ), from 0 to 1.
#[must_use]
pub fn logistic(z: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-z))
}

/// The weights (row = input, column = output) and biases that lead into one layer, or one number
/// for each of them, such as a gradient.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer<'a> {
    /// The weights, row by row: first those from the first input to all outputs, then those from
    /// the second input.
    pub weights: &'a [f64],
    /// The biases, one for each output.
    pub biases: &'a [f64],
}

impl Layer<'_> {
    /// The weight wᵢⱼ from input i to output j, both counted from 0.
    #[must_use]
    pub fn weight(&self, i: usize, j: usize) -> f64 {
        self.weights[i * self.biases.len() + j]
    }

    /// The sum bⱼ + Σᵢ xᵢ·wᵢⱼ of output j. The activation of the neuron is σ of this sum.
    #[must_use]
    pub fn sum(&self, inputs: &[f64], j: usize) -> f64 {
        let column = self.weights.iter().skip(j).step_by(self.biases.len());
        inputs.iter().zip(column).fold(self.biases[j], |sum, (x, weight)| sum + x * weight)
    }

    /// Computes a layer from the layer before it.
    // Inlined, so that the compiler unrolls loops when the caller knows their widths.
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
