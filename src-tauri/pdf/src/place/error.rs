//! Why nothing was placed, each as a sentence for the student. The résumé itself is never touched.

/// Why nothing was placed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// The file is protected with a password that was not given.
    #[error("This résumé is protected with a password. Give the password that opens it, and try again.")]
    NeedsPassword,
    /// The password given doesn't open it.
    #[error("That password does not open this résumé. Check it and try again; nothing was changed.")]
    WrongPassword,
    /// The file is protected in a way that isn't understood, such as by a certificate.
    #[error(
        "This résumé is protected in a way that Startline can't open. Export it again without protection, or send the availability as a separate PDF."
    )]
    Protected,
    /// It bears a digital signature.
    #[error(
        "This résumé is digitally signed, and any change would break the signature. Send the availability as a separate PDF beside it."
    )]
    Signed,
    /// It is an XFA form, whose pages are made by a program.
    #[error(
        "This résumé is an XFA form, which only Adobe’s programs can draw. Print it to a PDF first, and open that one."
    )]
    Xfa,
    /// It can't be read.
    #[error(
        "This PDF is damaged{}. Export the résumé again from the program it was written in; the file was not changed.",
        .at.map_or(String::new(), |at| format!(" near byte {at}"))
    )]
    Damaged {
        /// The byte where reading stopped, where that is known.
        at: Option<usize>,
    },
    /// It is no PDF at all.
    #[error("This is not a PDF: it is {0}. Save the résumé as a PDF and open that one.")]
    NotPdf(&'static str),
    /// It holds no page.
    #[error("This PDF has no pages. Export the résumé again from the program it was written in.")]
    NoPages,
    /// Its first page shows nothing.
    #[error(
        "The first page of this PDF shows nothing; the file may be damaged. Export the résumé again from the program it was written in."
    )]
    Blank,
    /// It has more pages than a résumé may.
    #[error(
        "This PDF has {0} pages; Startline takes up to {max}. Open the résumé by itself.",
        max = super::MAX_PAGES
    )]
    TooManyPages(usize),
    /// It is too large.
    #[error(
        "This PDF is larger than {} MB (or unpacks to far more). Export the résumé with smaller pictures.",
        super::MAX_BYTES / 1_000_000
    )]
    TooLarge,
    /// The way asked for isn't possible on this page.
    #[error("{0}")]
    NoRoom(String),
    /// What is to be placed can't be drawn.
    #[error("{0}")]
    Drawing(String),
}

impl PlaceError {
    /// A word for programs, stable across versions.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NeedsPassword => "needs-password",
            Self::WrongPassword => "wrong-password",
            Self::Protected => "protected",
            Self::Signed => "signed",
            Self::Xfa => "xfa",
            Self::Damaged { .. } => "damaged",
            Self::NotPdf(_) => "not-a-pdf",
            Self::NoPages => "no-pages",
            Self::Blank => "blank",
            Self::TooManyPages(_) => "too-many-pages",
            Self::TooLarge => "too-large",
            Self::NoRoom(_) => "no-room",
            Self::Drawing(_) => "drawing",
        }
    }
}
