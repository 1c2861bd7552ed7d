//! The icons, all drawn from icons/icon.svg by the Tauri command line.

use anyhow::Result;
use xshell::Shell;

use crate::page;

const DRAWN: &str = "target/icons";

pub(crate) fn write(shell: &Shell) -> Result<()> {
    page::packages(shell)?;
    let drawing = shell.read_file("icons/icon.svg")?;
    // macOS wants room around the tile, where other systems want none: a wider view of the same drawing.
    let roomy = drawing.replace(r#"viewBox="0 0 16 16""#, r#"viewBox="-2 -2 20 20""#);
    for (folder, drawing, wanted) in [
        ("tight", &drawing, &["32x32.png", "128x128.png", "128x128@2x.png", "icon.png", "icon.ico"][..]),
        ("roomy", &roomy, &["icon.icns"][..]),
    ] {
        let folder = shell.create_dir(format!("{DRAWN}/{folder}"))?;
        let source = folder.join("icon.svg");
        shell.write_file(&source, drawing)?;
        let (source, output) = (source.to_string_lossy(), folder.to_string_lossy());
        page::tauri(shell, &["icon", &source, "--output", &output])?;
        for name in wanted {
            shell.copy_file(folder.join(name), format!("icons/{name}"))?;
        }
    }
    Ok(())
}
