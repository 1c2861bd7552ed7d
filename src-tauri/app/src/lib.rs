//! The use cases, one function each, and the error that crosses to a user.
