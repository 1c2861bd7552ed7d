// Writes names.rs: the names of months and weekdays in every language that postings are read in, from the
// CLDR data that Node carries. Run by hand when a language is added: `node names.mjs > ../names.rs`.

const locales = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'de', 'de-AT', 'fr', 'fr-CA', 'es', 'es-MX', 'pt', 'pt-PT', 'nl', 'it', 'zh', 'ja'];

/** Every name that `options` gives for a day, whole and short, alone and within a date. */
function names(date, part) {
  const found = new Set();
  for (const locale of locales) {
    for (const width of ['long', 'short']) {
      for (const beside of [{}, { day: 'numeric' }, { day: 'numeric', year: 'numeric', month: 'long' }]) {
        const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...beside, [part]: width });
        for (const { type, value } of format.formatToParts(date)) {
          const name = value.toLowerCase().normalize('NFC').replace(/\.$/, '');
          if (type === part && !/\d/.test(name)) found.add(name);
        }
      }
    }
  }
  return [...found].sort();
}

const table = (name, about, rows) =>
  `/// ${about}\npub(super) const ${name}: [&[&str]; ${rows.length}] = [\n` +
  rows.map((row) => `    &[${row.map((word) => JSON.stringify(word)).join(', ')}],\n`).join('') +
  '];\n';

const months = Array.from({ length: 12 }, (_, month) => names(new Date(Date.UTC(2026, month, 10)), 'month'));
// 5 January 2026 is a Monday.
const weekdays = Array.from({ length: 7 }, (_, day) => names(new Date(Date.UTC(2026, 0, 5 + day)), 'weekday'));

process.stdout.write(
  `//! Written by words/names.mjs from CLDR ${process.versions.cldr}: don't edit.\n\n` +
    table('MONTHS', 'The names of January to December, in small letters.', months) +
    '\n' +
    table('WEEKDAYS', 'The names of Monday to Sunday, in small letters.', weekdays),
);
