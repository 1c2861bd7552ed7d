//! The rules of dates, each proven under its letter-number.

#![cfg(test)]

mod availability;
mod headline;
mod holidays;
mod json;
mod lengths;
mod naive;
mod properties;
mod shared;
mod stated;
mod verdicts;
