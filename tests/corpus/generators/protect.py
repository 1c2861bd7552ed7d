"""Files that ask for care: encrypted each way, signed, XFA, object streams, odd pages."""

from people import PEOPLE


def missing():
    try:
        import pikepdf  # noqa: F401
        import reportlab  # noqa: F401
    except ImportError:
        return "the Python packages pikepdf and reportlab"
    return None


def version():
    import pikepdf
    return f"pikepdf {pikepdf.__version__}"


def write(folder):
    import pikepdf
    from pikepdf import Array, Dictionary, Encryption, Name, String

    base = folder / "reportlab-left.pdf"

    def save(name, note, change=None, **options):
        with pikepdf.open(base) as pdf:
            if change:
                change(pdf)
            pdf.save(folder / name, deterministic_id="encryption" not in options, **options)
        return name, note

    ways = [("rc4-40", dict(R=2, aes=False)), ("rc4-128", dict(R=3, aes=False)), ("aes-128", dict(R=4, aes=True)),
            ("aes-256", dict(R=6, aes=True))]
    for way, how in ways:
        how = dict(how, metadata=False) if how["R"] in (4, 6) else dict(how, metadata=how["R"] >= 4 and False)
        if how["R"] < 4:
            how["metadata"] = False
        yield save(f"encrypted-owner-{way}.pdf", f"owner password only, {way}", encryption=Encryption(owner="owner", user="", **how))
        yield save(f"encrypted-user-{way}.pdf", f"user password “open”, {way}", encryption=Encryption(owner="owner", user="open", **how))

    def signed(pdf):
        signature = pdf.make_indirect(Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), SubFilter=Name("/adbe.pkcs7.detached"),
                                                 ByteRange=Array([0, 10, 20, 30]), Contents=String(bytes(32))))
        field = pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("Signature"), V=signature, Type=Name.Annot,
                                             Subtype=Name.Widget, Rect=Array([0, 0, 0, 0]), F=132, P=pdf.pages[0].obj))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
        pdf.pages[0].obj.Annots = Array([field])

    def unsigned(pdf):
        field = pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("Sign here"), Type=Name.Annot, Subtype=Name.Widget,
                                             Rect=Array([54, 100, 200, 130]), F=4, P=pdf.pages[0].obj))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=1)

    def xfa(pdf):
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>"))

    def unit(pdf):
        pdf.pages[0].obj.UserUnit = 2

    def inherited(pdf):
        page = pdf.pages[0].obj
        for key in ["/Resources", "/MediaBox"]:
            pdf.Root.Pages[key] = page[key]
            del page[key]

    def origin(pdf):
        page = pdf.pages[0].obj
        page.MediaBox = Array([100, 200, 712, 992])
        page.Contents = Array([pdf.make_stream(b"q 1 0 0 1 100 200 cm"), page.Contents, pdf.make_stream(b"Q")])

    def split(pdf):
        page = pdf.pages[0].obj
        content = page.Contents.read_bytes()
        lines = content.split(b"\n")
        third = len(lines) // 3
        parts = [lines[:third], lines[third:2 * third], lines[2 * third:]]
        page.Contents = Array([pdf.make_stream(b"\n".join(part)) for part in parts])

    def layers(pdf):
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Résumé")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(ON=Array([layer]), Order=Array([layer])))
        page = pdf.pages[0].obj
        page.Resources.Properties = Dictionary(MC0=layer)
        page.Contents = Array([pdf.make_stream(b"/OC /MC0 BDC"), page.Contents, pdf.make_stream(b"EMC")])

    def form(pdf):
        page = pdf.pages[0].obj
        whole = pdf.make_stream(page.Contents.read_bytes())
        whole.Type, whole.Subtype, whole.BBox, whole.Resources = Name.XObject, Name.Form, page.MediaBox, page.Resources
        page.Resources = Dictionary(XObject=Dictionary(Whole=whole))
        page.Contents = pdf.make_stream(b"q /Whole Do Q")

    def unbalanced(pdf):
        page = pdf.pages[0].obj
        page.Contents = Array([page.Contents, pdf.make_stream(b"Q Q q 0.5 0 0 0.5 0 0 cm BT")])

    def many(pdf):
        for _ in range(200):
            pdf.pages.append(pdf.pages[0])

    yield save("signed.pdf", "signed", signed)
    yield save("signature-field.pdf", "a field to sign in, not signed", unsigned)
    yield save("xfa.pdf", "an XFA form", xfa)
    yield save("user-unit.pdf", "UserUnit 2", unit)
    yield save("inherited.pdf", "resources and size taken from the page tree", inherited)
    yield save("origin.pdf", "the page’s corner is not at the origin", origin)
    yield save("split-content.pdf", "content in three streams", split)
    yield save("layers.pdf", "all content on an optional layer", layers)
    yield save("whole-form.pdf", "the whole page is one form", form)
    yield save("unbalanced.pdf", "more Q than q, and an open q and BT at the end", unbalanced)
    yield save("many-pages.pdf", "201 pages", many, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    yield save("object-streams.pdf", "object streams", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    yield save("linearized.pdf", "linearized", linearize=True)
    with pikepdf.new() as empty:
        empty.save(folder / "no-pages.pdf", deterministic_id=True)
    yield "no-pages.pdf", "no pages"
