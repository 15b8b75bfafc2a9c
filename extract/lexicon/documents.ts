/** What is written down and speaks for itself: `the indictment`, `court documents`. */
export const documents: ReadonlySet<string> = new Set(
  `document documents indictment indictments lawsuit lawsuits suit complaint complaints filing filings affidavit affidavits
  records transcript transcripts papers paperwork warrant petition motion memo memos memorandum emails e-mails letter letters
  audit ruling judgment judgement verdict testimony charges dossier files minutes contract summons writ deposition brief prospectus
  log logs notes diary will invoice invoices receipts messages post posts tweet tweets meme memes leaflet poster screenshot texts recordings recording footage video data figures statistics`.split(
    /\s+/u,
  ),
);
