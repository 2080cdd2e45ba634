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

export interface ArticleHit extends Omit<ArticleHead, 'title'> {
  title: Segment[];
  title_text: string;
  snippets: Segment[][];
  quote_count: number;
  /** Most quoted first; without a name: quotes left unattributed. */
  speakers: { name?: string; count: number }[];
}

export type QuoteKind = 'direct' | 'mixed' | 'indirect';

export interface QuoteHit {
  id: string;
  number: number;
  segments: Segment[];
  speaker?: { name?: string; surface?: string };
  cue?: string;
  kind: QuoteKind;
  confidence: number;
  rule: string;
  context: { text: string; role: 'content' | 'source' | 'cue' | 'text' }[];
  start: number;
  end: number;
  article: ArticleHead;
}

/** A quotation as it stands in its article. */
export interface Quote extends Span {
  id: string;
  number: number;
  kind: QuoteKind;
  verbatim: Span[];
  speaker?: { name?: string; surface?: Span & { text: string } };
  cue?: Span & { text: string };
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
}

export type Field = 'speaker' | 'person' | 'org' | 'place' | 'source' | 'section' | 'author' | 'language' | 'kind';

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

/** One bar of the timeline: its days (inclusive), its results, and all that the archive holds there. */
export interface Bucket {
  from: string;
  to: string;
  count: number;
  total: number;
}
export type Interval = 'day' | 'week' | 'month' | 'year';
export interface Timeline {
  interval: Interval;
  buckets: Bucket[];
  undated: number;
}

export interface Clause {
  text: string;
  without: string;
}
export interface Warning {
  column: number;
  reason: string;
}
export interface Query {
  text: string;
  printed: string;
  clauses: Clause[];
  warnings: Warning[];
}

export interface Answer<Hit> {
  query: Query;
  total: number;
  page: number;
  per_page: number;
  pages: number;
  next?: string;
  took_us: number;
  generation: number;
  sort: 'relevance' | 'newest' | 'oldest';
  hits: Hit[];
  facets?: Facet[];
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
