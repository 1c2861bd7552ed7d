//! The rules of dates, each proven under its letter-number.

#![cfg(test)]

mod headline;
mod lengths;
mod shared;
