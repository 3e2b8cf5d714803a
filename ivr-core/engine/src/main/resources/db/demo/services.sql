-- The first data behind the callers' services, loaded once. Tariffs are example values; halls and post codes do not exist.

INSERT INTO tariff_step (region, kind, valid_from, valid_until, above_kwh, price) VALUES
  ('demo', 'LIGHTING', '2020-01-01', NULL, 0, 0.538),
  ('demo', 'LIGHTING', '2020-01-01', NULL, 2760, 0.588),
  ('demo', 'LIGHTING', '2020-01-01', NULL, 4800, 0.838),
  ('demo', 'POWER', '2020-01-01', NULL, 0, 0.652);

INSERT INTO opening_hours (calendar, day_kind, opens, closes) VALUES
  ('halls', 'WORKING', '08:30', '17:30'),
  ('halls', 'REST', '09:00', '16:00');

-- 2026 as the State Council ordered it; 2027 has the days fixed by law only, until its order is out.
INSERT INTO holiday (day, kind, name_zh, name_en) VALUES
  ('2026-01-01', 'HOLIDAY', '元旦', 'New Year'),
  ('2026-01-02', 'HOLIDAY', '元旦', 'New Year'),
  ('2026-01-03', 'HOLIDAY', '元旦', 'New Year'),
  ('2026-01-04', 'WORKING', '元旦调休上班', 'made up for New Year'),
  ('2026-02-14', 'WORKING', '春节调休上班', 'made up for Spring Festival'),
  ('2026-02-15', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2026-02-16', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2026-02-17', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2026-02-18', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2026-02-19', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2026-02-20', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2026-02-21', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2026-02-22', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2026-02-23', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2026-02-28', 'WORKING', '春节调休上班', 'made up for Spring Festival'),
  ('2026-04-04', 'HOLIDAY', '清明节', 'Qingming'),
  ('2026-04-05', 'HOLIDAY', '清明节', 'Qingming'),
  ('2026-04-06', 'HOLIDAY', '清明节', 'Qingming'),
  ('2026-05-01', 'HOLIDAY', '劳动节', 'Labour Day'),
  ('2026-05-02', 'HOLIDAY', '劳动节', 'Labour Day'),
  ('2026-05-03', 'HOLIDAY', '劳动节', 'Labour Day'),
  ('2026-05-04', 'HOLIDAY', '劳动节', 'Labour Day'),
  ('2026-05-05', 'HOLIDAY', '劳动节', 'Labour Day'),
  ('2026-05-09', 'WORKING', '劳动节调休上班', 'made up for Labour Day'),
  ('2026-06-19', 'HOLIDAY', '端午节', 'Dragon Boat Festival'),
  ('2026-06-20', 'HOLIDAY', '端午节', 'Dragon Boat Festival'),
  ('2026-06-21', 'HOLIDAY', '端午节', 'Dragon Boat Festival'),
  ('2026-09-20', 'WORKING', '国庆节调休上班', 'made up for National Day'),
  ('2026-09-25', 'HOLIDAY', '中秋节', 'Mid-Autumn Festival'),
  ('2026-09-26', 'HOLIDAY', '中秋节', 'Mid-Autumn Festival'),
  ('2026-09-27', 'HOLIDAY', '中秋节', 'Mid-Autumn Festival'),
  ('2026-10-01', 'HOLIDAY', '国庆节', 'National Day'),
  ('2026-10-02', 'HOLIDAY', '国庆节', 'National Day'),
  ('2026-10-03', 'HOLIDAY', '国庆节', 'National Day'),
  ('2026-10-04', 'HOLIDAY', '国庆节', 'National Day'),
  ('2026-10-05', 'HOLIDAY', '国庆节', 'National Day'),
  ('2026-10-06', 'HOLIDAY', '国庆节', 'National Day'),
  ('2026-10-07', 'HOLIDAY', '国庆节', 'National Day'),
  ('2026-10-10', 'WORKING', '国庆节调休上班', 'made up for National Day'),
  ('2027-01-01', 'HOLIDAY', '元旦', 'New Year'),
  ('2027-02-05', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2027-02-06', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2027-02-07', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2027-02-08', 'HOLIDAY', '春节', 'Spring Festival'),
  ('2027-04-05', 'HOLIDAY', '清明节', 'Qingming'),
  ('2027-05-01', 'HOLIDAY', '劳动节', 'Labour Day'),
  ('2027-05-02', 'HOLIDAY', '劳动节', 'Labour Day'),
  ('2027-06-09', 'HOLIDAY', '端午节', 'Dragon Boat Festival'),
  ('2027-09-15', 'HOLIDAY', '中秋节', 'Mid-Autumn Festival'),
  ('2027-10-01', 'HOLIDAY', '国庆节', 'National Day'),
  ('2027-10-02', 'HOLIDAY', '国庆节', 'National Day'),
  ('2027-10-03', 'HOLIDAY', '国庆节', 'National Day');

INSERT INTO hall (id, supply_station, name_zh, name_en, address_zh, address_en, calendar) VALUES
  ('demo-town', '示例城区供电所', '示例城区营业厅', 'Demo Town Hall', '示例市样板区光明路95号', '95 Guangming Road, Demo City', 'halls'),
  ('demo-industry', '示例工业供电所', '示例工业区营业厅', 'Demo Industry Hall', '示例市工业区样板大道95号', '95 Yangban Avenue, Demo City', 'halls'),
  ('demo-country', '示例乡镇供电所', '示例乡镇营业厅', 'Demo Country Hall', '示例县样板乡95号', '95 Yangban Township, Demo County', 'halls'),
  ('demo-01', '示例供电所01', '示例01号营业厅', 'Demo Hall 1', '示例市样板区演示路10号', '10 Yanshi Road, Demo City', 'halls'),
  ('demo-02', '示例供电所02', '示例02号营业厅', 'Demo Hall 2', '示例市样板区演示路20号', '20 Yanshi Road, Demo City', 'halls'),
  ('demo-03', '示例供电所03', '示例03号营业厅', 'Demo Hall 3', '示例市样板区演示路30号', '30 Yanshi Road, Demo City', 'halls'),
  ('demo-04', '示例供电所04', '示例04号营业厅', 'Demo Hall 4', '示例市样板区演示路40号', '40 Yanshi Road, Demo City', 'halls'),
  ('demo-05', '示例供电所05', '示例05号营业厅', 'Demo Hall 5', '示例市样板区演示路50号', '50 Yanshi Road, Demo City', 'halls'),
  ('demo-06', '示例供电所06', '示例06号营业厅', 'Demo Hall 6', '示例市样板区演示路60号', '60 Yanshi Road, Demo City', 'halls'),
  ('demo-07', '示例供电所07', '示例07号营业厅', 'Demo Hall 7', '示例市样板区演示路70号', '70 Yanshi Road, Demo City', 'halls'),
  ('demo-08', '示例供电所08', '示例08号营业厅', 'Demo Hall 8', '示例市样板区演示路80号', '80 Yanshi Road, Demo City', 'halls'),
  ('demo-09', '示例供电所09', '示例09号营业厅', 'Demo Hall 9', '示例市样板区演示路90号', '90 Yanshi Road, Demo City', 'halls'),
  ('demo-10', '示例供电所10', '示例10号营业厅', 'Demo Hall 10', '示例市样板区演示路100号', '100 Yanshi Road, Demo City', 'halls');

INSERT INTO post_code (post_code, transformer_area) VALUES
  ('990001', '演示台区1'),
  ('990002', '演示台区2'),
  ('990003', '演示台区3'),
  ('990004', '演示台区4'),
  ('990005', '演示台区5'),
  ('990006', '演示台区6'),
  ('990007', '演示台区7');

-- The hundred transformer areas of the customers made for volume, ten to a post code.
INSERT INTO post_code (post_code, transformer_area)
  SELECT 990101 + FLOOR((seq - 1) / 10), CONCAT('示例台区', LPAD(seq, 3, '0')) FROM seq_1_to_100;

INSERT INTO fax_document (id, title_zh, title_en, path) VALUES
  ('tariff', '电价表', 'Table of prices', 'tariff.tiff'),
  ('new-supply', '新装用电办理指南', 'How to apply for new supply', 'new-supply.tiff'),
  ('change', '变更用电办理指南', 'How to change your supply', 'change.tiff');
