//! The exhibit.
