select
  ${double sum(l_extendedprice)} / 7.0 as avg_yearly
from
  lineitem,
  part
where
  p_partkey = l_partkey
  and p_brand like 'Brand#2%'
  and p_container like 'MED%'
  and l_quantity < (
    select
      1.2 * ${average l_quantity}
    from
      lineitem
    where
      l_partkey = p_partkey
  )
