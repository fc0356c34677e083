package dev.alidade.engine.mysql.gate;

import java.util.Set;

/**
 * Functions that compute from their arguments alone; anything that is not listed is refused.
 *
 * <p>Left out on purpose: what waits, locks or loads (SLEEP, BENCHMARK, GET_LOCK, LOAD_FILE), tells
 * of the server or the account (VERSION, USER, CONNECTION_ID), changes something (NEXTVAL, SETVAL,
 * LAST_INSERT_ID), or speaks through errors (EXTRACTVALUE, UPDATEXML).
 */
final class AllowedFunctions {
  static final Set<String> NAMES =
      lower(
          """
          abs acos asin atan atan2 ceil ceiling conv cos cot crc32 crc32c degrees exp floor ln log log10 log2
          mod pi pow power radians rand round sign sin sqrt tan truncate greatest least bit_count
          ascii bin bit_length char char_length character_length chr concat concat_ws elt export_set
          field find_in_set format from_base64 hex insert instr lcase left length lengthb octet_length
          locate lower lpad ltrim make_set mid natural_sort_key oct ord position quote repeat replace
          reverse right rpad rtrim sformat soundex space strcmp substr substring substring_index
          to_base64 to_char trim ucase unhex upper regexp_instr regexp_like regexp_replace regexp_substr
          weight_string
          adddate addtime add_months convert_tz curdate current_date current_time current_timestamp curtime
          date date_add date_format date_sub datediff day dayname dayofmonth dayofweek dayofyear extract
          from_days from_unixtime get_format hour last_day localtime localtimestamp makedate maketime
          microsecond minute month monthname months_between now period_add period_diff quarter sec_to_time
          second str_to_date subdate subtime sysdate time time_format time_to_sec timediff timestamp
          timestampadd timestampdiff to_days to_seconds unix_timestamp utc_date utc_time utc_timestamp week
          weekday weekofyear year yearweek
          cast convert coalesce if ifnull isnull nullif nvl nvl2 decode interval
          avg bit_and bit_or bit_xor count group_concat json_arrayagg json_objectagg max min std stddev
          stddev_pop stddev_samp sum var_pop var_samp variance any_value grouping median
          percentile_cont percentile_disc approx_count_distinct
          cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank row_number
          json_array json_array_append json_array_insert json_compact json_contains json_contains_path
          json_depth json_detailed json_equals json_exists json_extract json_insert json_keys json_length
          json_loose json_merge json_merge_patch json_merge_preserve json_normalize json_object
          json_overlaps json_pretty json_query json_quote json_remove json_replace json_search json_set
          json_type json_unquote json_valid json_value
          compress uncompress uncompressed_length md5 sha sha1 sha2 inet_aton inet_ntoa inet6_aton
          inet6_ntoa is_ipv4 is_ipv4_compat is_ipv4_mapped is_ipv6 bin_to_uuid uuid uuid_to_bin is_uuid
          charset collation coercibility
          st_area st_asbinary st_asgeojson st_astext st_aswkb st_aswkt st_boundary st_buffer st_centroid
          st_contains st_convexhull st_crosses st_difference st_dimension st_disjoint st_distance
          st_distance_sphere st_endpoint st_envelope st_equals st_exteriorring st_geometryn
          st_geometrytype st_geomfromgeojson st_geomfromtext st_geomfromwkb st_interiorringn
          st_intersection st_intersects st_isclosed st_isempty st_issimple st_length st_numgeometries
          st_numinteriorrings st_numpoints st_overlaps st_pointfromtext st_pointn st_polygonfromtext
          st_srid st_startpoint st_symdifference st_touches st_union st_within st_x st_y st_latitude
          st_longitude mbrcontains mbrequal mbrintersects mbroverlaps mbrtouches
          mbrwithin
          """);

  /** Known to the servers and never allowed, so the message is not that they are unknown. */
  static final Set<String> DENIED =
      lower(
          """
          sleep benchmark load_file get_lock release_lock release_all_locks is_free_lock is_used_lock
          master_pos_wait master_gtid_wait source_pos_wait wait_for_executed_gtid_set gtid_subset
          gtid_subtract binlog_gtid_pos extractvalue updatexml last_insert_id nextval lastval setval
          next_value_for uuid_short sys_guid user current_user session_user system_user current_role
          database schema version connection_id found_rows row_count values default name_const
          procedure analyse aes_encrypt aes_decrypt des_encrypt des_decrypt encrypt encode password
          old_password random_bytes statement_digest statement_digest_text validate_password_strength
          ps_current_thread_id ps_thread_id format_bytes format_pico_time roles_graphml icu_version
          can_access_table can_access_database internal_table_rows sys_exec sys_eval json_table
          wsrep_last_seen_gtid wsrep_last_written_gtid wsrep_sync_wait_upto_gtid kdf rownum st_collect
          json_schema_valid column_create column_add column_get column_json rand_bytes
          """);

  /** The servers read these as calls only where the parenthesis follows at once. */
  static final Set<String> ADJACENT =
      lower(
          """
          adddate add_months bit_and bit_or bit_xor cast count curdate curtime date_add date_format date_sub
          extract group_concat json_arrayagg json_objectagg max median mid min now percentile_cont
          percentile_disc position std stddev stddev_pop stddev_samp subdate substr substring sum sysdate
          trim variance var_pop var_samp cume_dist dense_rank first_value lag last_value lead nth_value
          ntile percent_rank rank row_number
          """);

  private AllowedFunctions() {}

  private static Set<String> lower(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
