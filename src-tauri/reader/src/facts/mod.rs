//! From what each date is for to the facts, the header, the pay and the doubts.

pub(crate) mod asks;
pub(crate) mod doubts;
pub(crate) mod graduation;
pub(crate) mod header;
pub(crate) mod hours;
pub(crate) mod kind;
pub(crate) mod naming;
pub(crate) mod order;
pub(crate) mod pay;
pub(crate) mod pieces;
pub(crate) mod program;
pub(crate) mod qualifications;
pub(crate) mod unsure;
pub(crate) mod years;
