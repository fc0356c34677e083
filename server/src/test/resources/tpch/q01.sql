select
  l_returnflag,
  l_linestatus,
  sum(l_quantity) as sum_qty,
  sum(l_extendedprice) as sum_base_price,
  sum(l_extendedprice * (1 - l_discount)) as sum_disc_price,
  sum(l_extendedprice * (1 - l_discount) * (1 + l_tax)) as sum_charge,
  ${average l_quantity} as avg_qty,
  ${average l_extendedprice} as avg_price,
  ${average l_discount} as avg_disc,
  count(*) as count_order
from
  lineitem
where
  l_shipdate <= ${date 1998-09-02}
group by
  l_returnflag,
  l_linestatus
order by
  l_returnflag,
  l_linestatus
