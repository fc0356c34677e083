import { inLanguage } from "@/language";

/** A function as the editor offers it: name, what it takes, what it gives. */
export type Described = readonly [name: string, takes: string, gives: string];

const COMMON: Described[] = [
  ["count", "(*)", "How many rows"],
  ["sum", "(x)", "The sum of the values"],
  ["avg", "(x)", "The mean of the values"],
  ["min", "(x)", "The smallest value"],
  ["max", "(x)", "The largest value"],
  ["coalesce", "(x, …)", "The first that is not null"],
  ["nullif", "(x, y)", "Null where both are the same"],
  ["round", "(x, digits)", "Rounded to so many digits"],
  ["abs", "(x)", "Without its sign"],
  ["upper", "(text)", "In capital letters"],
  ["lower", "(text)", "In small letters"],
  ["trim", "(text)", "Without the space around it"],
  ["length", "(text)", "How many characters"],
  ["replace", "(text, from, to)", "With every from as to"],
  ["row_number", "() OVER (…)", "The number of the row in its window"],
  ["rank", "() OVER (…)", "The place, with gaps after ties"],
  ["dense_rank", "() OVER (…)", "The place, without gaps"],
  ["lag", "(x) OVER (…)", "The value of the row before"],
  ["lead", "(x) OVER (…)", "The value of the row after"],
  ["first_value", "(x) OVER (…)", "The first value of the window"],
  ["last_value", "(x) OVER (…)", "The last value of the window"],
  ["ntile", "(n) OVER (…)", "In which of n equal parts the row is"],
];

const ANALYTIC: Described[] = [
  ["date_trunc", "('month', time)", "The beginning of the month, day, hour …"],
  ["extract", "(year FROM time)", "One part of a time"],
  ["substring", "(text, from, length)", "A part of the text"],
  ["concat", "(x, …)", "The texts together"],
  ["floor", "(x)", "The whole number below"],
  ["ceil", "(x)", "The whole number above"],
  ["greatest", "(x, …)", "The largest of these"],
  ["least", "(x, …)", "The smallest of these"],
  ["stddev", "(x)", "How far values are from their mean"],
];

const POSTGRES: Described[] = [
  ...ANALYTIC,
  ["string_agg", "(text, separator)", "The texts of the group together"],
  ["array_agg", "(x)", "The values of the group as a list"],
  ["age", "(time, time)", "The interval between"],
  ["to_char", "(time, format)", "A time or number as text"],
  ["split_part", "(text, separator, n)", "The n-th part"],
  ["regexp_replace", "(text, pattern, to)", "With what matches replaced"],
  ["percentile_cont", "(0.5) WITHIN GROUP (ORDER BY x)", "The median, or another percentile"],
  ["generate_series", "(from, to, step)", "Rows from one value to another"],
];

const BY_ENGINE: Record<string, Described[]> = {
  duckdb: [
    ...ANALYTIC,
    ["date_diff", "('day', from, to)", "How many days, months … lie between"],
    ["date_part", "('year', time)", "One part of a time"],
    ["strftime", "(time, format)", "A time as text"],
    ["median", "(x)", "The value in the middle"],
    ["quantile_cont", "(x, 0.9)", "The value below which that share lies"],
    ["approx_count_distinct", "(x)", "About how many values differ"],
    ["arg_max", "(x, by)", "The x of the row with the largest by"],
    ["arg_min", "(x, by)", "The x of the row with the smallest by"],
    ["string_agg", "(text, separator)", "The texts of the group together"],
    ["list", "(x)", "The values of the group as a list"],
    ["unnest", "(list)", "The elements of a list as rows"],
    ["regexp_matches", "(text, pattern)", "Whether the pattern is found"],
    ["regexp_replace", "(text, pattern, to)", "With what matches replaced"],
    ["range", "(from, to, step)", "Rows from one value to another"],
  ],
  postgres: POSTGRES,
  redshift: POSTGRES,
  sqlite: [
    ["strftime", "(format, time)", "A time as text"],
    ["date", "(time)", "The day of a time"],
    ["datetime", "(time)", "The day and time"],
    ["julianday", "(time)", "The day as a number"],
    ["substr", "(text, from, length)", "A part of the text"],
    ["instr", "(text, part)", "Where a part begins"],
    ["ifnull", "(x, y)", "y where x is null"],
    ["iif", "(condition, x, y)", "x where it holds, otherwise y"],
    ["total", "(x)", "The sum, 0.0 where there is none"],
    ["group_concat", "(text, separator)", "The texts of the group together"],
    ["json_extract", "(json, path)", "A value out of JSON"],
  ],
  mysql: [
    ["date_format", "(time, format)", "A time as text"],
    ["datediff", "(to, from)", "How many days lie between"],
    ["timestampdiff", "(DAY, from, to)", "How many days, months … lie between"],
    ["group_concat", "(text)", "The texts of the group together"],
    ["concat", "(x, …)", "The texts together"],
    ["ifnull", "(x, y)", "y where x is null"],
    ["if", "(condition, x, y)", "x where it holds, otherwise y"],
    ["substring", "(text, from, length)", "A part of the text"],
    ["year", "(time)", "The year"],
    ["month", "(time)", "The month"],
  ],
  trino: [
    ...ANALYTIC,
    ["date_diff", "('day', from, to)", "How many days, months … lie between"],
    ["date_format", "(time, format)", "A time as text"],
    ["approx_distinct", "(x)", "About how many values differ"],
    ["max_by", "(x, by)", "The x of the row with the largest by"],
    ["array_agg", "(x)", "The values of the group as a list"],
    ["try_cast", "(x AS type)", "Null where it cannot be cast"],
  ],
};

export const functions = inLanguage({
  en: { common: COMMON, analytic: ANALYTIC, byEngine: BY_ENGINE },
});
