//! The rules of dates, each proven under its letter-number.

#![cfg(test)]

mod availability;
mod headline;
mod holidays;
mod json;
mod lengths;
mod naive;
mod naive_days;
mod properties;
mod ranges;
mod runs;
mod shared;
mod starts;
mod stated;
mod verdicts;
