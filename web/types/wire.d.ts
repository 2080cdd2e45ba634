// The JSON of the HTTP API, as the server writes it. Absent means unknown; offsets count Unicode code points.

export interface Segment {
  text: string;
  mark?: boolean;
  verbatim?: boolean;
}
export interface Span {
  start: number;
  end: number;
}

/** What every mention of an article carries. `date` is absent for an undated article. */
export interface ArticleHead {
  id: string;
  url?: string;
  title: string;
  title_derived: boolean;
  date?: string;
  date_stated?: string;
  source?: string;
  author: string[];
  section?: string;
}

/** The near-duplicates of an article (its story), or the same words in other articles (a quote's utterance). */
export interface Group {
  id: string;
  /** How many others of it the archive has. */
  others: number;
  /** The outlets of the others without the hit's own, each once, in the order of names. */
  sources: string[];
}

export interface ArticleHit extends Omit<ArticleHead, 'title'> {
  title: Segment[];
  title_text: string;
  snippets: Segment[][];
  quote_count: number;
  /** Most quoted first; without a name: quotes left unattributed. */
  speakers: { name?: string; count: number }[];
  story: Group;
}

export type QuoteKind = 'direct' | 'mixed' | 'indirect';

export interface QuoteHit {
  id: string;
  number: number;
  /** Of its words. */
  hash: string;
  permalink: string;
  segments: Segment[];
  speaker: { name?: string; surface?: string };
  cue?: string;
  kind: QuoteKind;
  confidence: number;
  rule: string;
  context: { text: string; role: 'content' | 'source' | 'cue' | 'text' }[];
  start: number;
  end: number;
  article: ArticleHead;
  utterance: Group;
}

/** A quotation as it stands in its article. */
export interface Quote extends Span {
  id: string;
  number: number;
  /** Of its words. */
  hash: string;
  permalink: string;
  kind: QuoteKind;
  verbatim: Span[];
  /** `role` says what the speaker is, wherever in the article that stands. */
  speaker: { name?: string; surface?: Span & { text: string }; role?: Span & { text: string } };
  cue?: Span & { text: string };
  context: Span;
  confidence: number;
  rule: string;
}

export interface Entity {
  kind: 'person' | 'organization' | 'place';
  name: string;
  mentions: Span[];
}

export interface Article extends ArticleHead {
  language?: string;
  body: string;
  quotes: Quote[];
  entities: Entity[];
  /** What the query given finds in the body, in text order, without overlaps. */
  marks: Span[];
  story: Group;
}

/** Articles like one, the most similar first, none of its story. */
export interface Similar {
  hits: ArticleHit[];
}

export type Field = 'speaker' | 'person' | 'org' | 'place' | 'source' | 'section' | 'author' | 'language' | 'year' | 'kind';

export interface FacetValue {
  value: string;
  count: number;
  selected: boolean;
  excluded: boolean;
}
export interface Facet {
  field: Field;
  values: FacetValue[];
  total_values: number;
  other: number;
  missing: number;
}

/** A page of a facet's values. The facet's own selection does not shrink it. */
export interface FacetValues {
  field: Field;
  total: number;
  page: number;
  per_page: number;
  pages: number;
  values: FacetValue[];
}

/** One bar of the timeline: its days (inclusive), its results, and all that the archive holds there. */
export interface Bucket {
  from: string;
  to: string;
  count: number;
  total: number;
}
export type Interval = 'day' | 'week' | 'month' | 'year' | 'decade' | 'century';
export interface Timeline {
  interval: Interval;
  buckets: Bucket[];
  undated: number;
}

export interface Clause {
  text: string;
  without: string;
  /** How many of the archive it finds by itself; of one that excludes, how many there are to exclude. */
  count?: number;
}
/** Without a column the query could be read, but not looked for in full. */
export interface Warning {
  column?: number;
  reason: string;
}
/** A condition without which something would be found: `clause` is a place in the query's clauses. */
export interface Remedy {
  leave_out: 'clause' | 'dates' | 'facet' | 'confidence' | 'story' | 'utterance';
  clause?: number;
  field?: Field;
  count: number;
}
export interface Query {
  text: string;
  printed: string;
  clauses: Clause[];
  warnings: Warning[];
  did_you_mean?: string;
  /** Only where nothing was found. */
  remedies?: Remedy[];
}

export interface Answer<Hit> {
  query: Query;
  total: number;
  /** How many stories or utterances they are, where each is shown once; the pages then list these. */
  groups?: number;
  page: number;
  per_page: number;
  pages: number;
  next?: string;
  took_us: number;
  generation: number;
  sort: 'relevance' | 'newest' | 'oldest';
  hits: Hit[];
  facets: Facet[];
  timeline?: Timeline;
}

export interface SpeakerCount {
  name: string;
  quotes: number;
  first?: string;
  last?: string;
}
export interface Speakers {
  total: number;
  page: number;
  per_page: number;
  pages: number;
  speakers: SpeakerCount[];
}

/** A name to offer while somebody types: of a speaker, `count` quotes, of any other field, `count` articles. */
export interface Suggestion {
  field: Field;
  value: string;
  count: number;
}

/** A piece of two wordings side by side. Put together, the pieces given are the text given, the pieces printed what was printed. */
export interface Change {
  op: 'same' | 'missing' | 'added' | 'changed' | 'edited';
  given?: string;
  printed?: string;
}
export type Agreement = 'agrees' | 'conflicts' | 'unknown';

/** A place where an article prints the words: in a quote, or else in a passage outside of any. */
export interface Match {
  verdict: 'verbatim' | 'close';
  speaker: Agreement;
  /** How many words are missing, added or changed. */
  differing: number;
  diff: Change[];
  /** The words of negation in the sentence that what was given leaves out. */
  cut_negations: string[];
  start: number;
  end: number;
  quote?: QuoteHit;
  passage?: { permalink: string; article: ArticleHead; context: QuoteHit['context'] };
}

/** Whether and where the archive has some words. The closest printing comes first. */
export interface Verification {
  verdict: 'verbatim' | 'close' | 'absent';
  speaker: Agreement;
  /** How many words were given. */
  words: number;
  /** How many articles print them. Of very many, not all are looked at. */
  total: number;
  took_us: number;
  generation: number;
  matches: Match[];
}

export interface Trend {
  query: Query;
  total: number;
  /** Matches without a day; `total` leaves them out where days are asked for. */
  undated: number;
  counts: number[];
  /** Of all that the archive has in each period, from 0 to 1. */
  shares: number[];
}
/** Queries counted over time, on one calendar axis. */
export interface Trends {
  subject: 'articles' | 'quotes';
  interval: Interval;
  buckets: { from: string; to: string; total: number }[];
  series: Trend[];
}

export interface Counted {
  value: string;
  count: number;
}
export type MergedBy =
  | 'same_name'
  | 'part_of_name'
  | 'title'
  | 'spelling'
  | 'initials'
  | 'nickname'
  | 'surname'
  | 'user'
  | 'role'
  | 'pronoun'
  | 'other';
/** Two quotes that say nearly the same but for a negation or a number: a candidate, and no verdict. */
export interface ChangedStatement {
  differs: 'negation' | 'number';
  later: QuoteHit;
  earlier: QuoteHit;
}
/** What the archive says of a speaker: of every list the first, and how many there are. */
export interface SpeakerProfile extends SpeakerCount {
  variants: { words: string; count: number; merged_by: MergedBy }[];
  total_variants: number;
  roles: { words: string; count: number; first_year?: number; last_year?: number }[];
  total_roles: number;
  timeline?: Timeline;
  cues: Counted[];
  total_cues: number;
  quoted_with: Counted[];
  total_quoted_with: number;
  sources: Counted[];
  total_sources: number;
  changed_statements: ChangedStatement[];
  total_changed_statements: number;
}

export interface Stats {
  articles: number;
  quotes: number;
  speakers: number;
  sources: number;
  from?: string;
  to?: string;
  undated: number;
  generation: number;
}

/** RFC 9457, as `application/problem+json`. */
export interface ProblemDetails {
  title: string;
  status: number;
  detail?: string;
  code?: string;
  param?: string;
  suggestion?: string;
}
