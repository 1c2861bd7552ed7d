//! The families of East Asian letters that computers have, in the order in which they are preferred.

use startline_engine::Typeface;
use startline_pdf::EastAsian;

/// Families for the forms and the typeface, then those of the other typeface.
pub(super) fn preferred(forms: EastAsian, typeface: Typeface) -> impl Iterator<Item = &'static str> {
    let (sans, serif) = of(forms);
    let (first, second) = match typeface {
        Typeface::Sans => (sans, serif),
        Typeface::Serif => (serif, sans),
    };
    first.iter().chain(second).copied()
}

/// Sans and serif families: the free ones, then those of macOS, of Windows and of older Linux systems.
fn of(forms: EastAsian) -> (&'static [&'static str], &'static [&'static str]) {
    match forms {
        EastAsian::Simplified => (
            &[
                "Noto Sans CJK SC",
                "Noto Sans SC",
                "Source Han Sans SC",
                "Source Han Sans CN",
                "PingFang SC",
                "Hiragino Sans GB",
                "Heiti SC",
                "Microsoft YaHei",
                "SimHei",
                "WenQuanYi Micro Hei",
                "WenQuanYi Zen Hei",
            ],
            &[
                "Noto Serif CJK SC",
                "Noto Serif SC",
                "Source Han Serif SC",
                "Source Han Serif CN",
                "Songti SC",
                "SimSun",
                "AR PL UMing CN",
            ],
        ),
        EastAsian::Traditional => (
            &[
                "Noto Sans CJK TC",
                "Noto Sans TC",
                "Source Han Sans TC",
                "Source Han Sans TW",
                "PingFang TC",
                "Heiti TC",
                "Microsoft JhengHei",
            ],
            &[
                "Noto Serif CJK TC",
                "Noto Serif TC",
                "Source Han Serif TC",
                "Source Han Serif TW",
                "Songti TC",
                "PMingLiU",
                "MingLiU",
                "AR PL UMing TW",
            ],
        ),
        EastAsian::HongKong => (
            &[
                "Noto Sans CJK HK",
                "Noto Sans HK",
                "Source Han Sans HC",
                "Source Han Sans HK",
                "PingFang HK",
                "Noto Sans CJK TC",
                "Noto Sans TC",
                "PingFang TC",
                "Heiti TC",
                "Microsoft JhengHei",
            ],
            &[
                "Noto Serif CJK HK",
                "Noto Serif HK",
                "Source Han Serif HC",
                "Source Han Serif HK",
                "Noto Serif CJK TC",
                "Noto Serif TC",
                "Songti TC",
                "MingLiU_HKSCS",
                "PMingLiU",
                "AR PL UMing HK",
            ],
        ),
        EastAsian::Japanese => (
            &[
                "Noto Sans CJK JP",
                "Noto Sans JP",
                "Source Han Sans",
                "Source Han Sans JP",
                "Hiragino Sans",
                "Hiragino Kaku Gothic ProN",
                "Yu Gothic",
                "Meiryo",
                "IPAexGothic",
                "IPAGothic",
                "TakaoPGothic",
                "MS Gothic",
            ],
            &[
                "Noto Serif CJK JP",
                "Noto Serif JP",
                "Source Han Serif",
                "Source Han Serif JP",
                "Hiragino Mincho ProN",
                "Yu Mincho",
                "IPAexMincho",
                "IPAMincho",
                "MS Mincho",
            ],
        ),
        EastAsian::Korean => (
            &[
                "Noto Sans CJK KR",
                "Noto Sans KR",
                "Source Han Sans K",
                "Source Han Sans KR",
                "Apple SD Gothic Neo",
                "Malgun Gothic",
                "NanumGothic",
                "UnDotum",
            ],
            &[
                "Noto Serif CJK KR",
                "Noto Serif KR",
                "Source Han Serif K",
                "Source Han Serif KR",
                "AppleMyungjo",
                "Batang",
                "NanumMyeongjo",
                "UnBatang",
            ],
        ),
    }
}
