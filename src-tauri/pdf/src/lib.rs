//! A header to PDF, a line onto a résumé, the proof, the preview.
