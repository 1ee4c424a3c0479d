-- SPDX-License-Identifier: Apache-2.0
-- How QGIS draws graves (0060), shelters and depots (0072), beside the styles of 0031.
INSERT INTO layer_styles
  (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time)
VALUES
  ('', '', 'grave_now', 'position', 'Merestone', '<!DOCTYPE qgis PUBLIC ''http://mrcc.com/qgis.dtd'' ''SYSTEM''>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="1">
<renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0">
<rules key="root">
  <rule key="r0" symbol="0" label="Grave" filter="TRUE"/>
</rules>
<symbols>
  <symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="circle"/><Option name="color" type="QString" value="107,79,58,255"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="1.4"/></Option></layer></symbol>
</symbols>
</renderer-v2>
<labeling type="simple"><settings calloutType="simple">
  <text-style fieldName="local_id" isExpression="0" fontFamily="Noto Sans" fontSize="8" fontSizeUnit="Point" textColor="40,36,30,255">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/></text-style>
  <placement placement="6" dist="1.2" distUnits="MM"/>
  <rendering scaleVisibility="1" scaleMin="0" scaleMax="25000" obstacle="1" drawLabels="1"/>
</settings></labeling>
</qgis>',
   '', 1, 'Graves', '', '2024-01-01T00:00:00.000Z'),
  ('', '', 'shelter_now', 'position', 'Merestone', '<!DOCTYPE qgis PUBLIC ''http://mrcc.com/qgis.dtd'' ''SYSTEM''>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="1">
<renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0">
<rules key="root">
  <rule key="r0" symbol="0" label="Shelter" filter="TRUE"/>
</rules>
<symbols>
  <symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="triangle"/><Option name="color" type="QString" value="20,101,95,255"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="2.8"/></Option></layer></symbol>
</symbols>
</renderer-v2>
<labeling type="simple"><settings calloutType="simple">
  <text-style fieldName="name" isExpression="0" fontFamily="Noto Sans" fontSize="8" fontSizeUnit="Point" textColor="40,36,30,255">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/></text-style>
  <placement placement="6" dist="1.2" distUnits="MM"/>
  <rendering scaleVisibility="1" scaleMin="0" scaleMax="200000" obstacle="1" drawLabels="1"/>
</settings></labeling>
</qgis>',
   '', 1, 'Shelters', '', '2024-01-01T00:00:00.000Z'),
  ('', '', 'depot_now', 'position', 'Merestone', '<!DOCTYPE qgis PUBLIC ''http://mrcc.com/qgis.dtd'' ''SYSTEM''>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="1">
<renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0">
<rules key="root">
  <rule key="r0" symbol="0" label="Depot" filter="TRUE"/>
</rules>
<symbols>
  <symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="square"/><Option name="color" type="QString" value="138,90,18,255"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="2.8"/></Option></layer></symbol>
</symbols>
</renderer-v2>
<labeling type="simple"><settings calloutType="simple">
  <text-style fieldName="name" isExpression="0" fontFamily="Noto Sans" fontSize="8" fontSizeUnit="Point" textColor="40,36,30,255">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/></text-style>
  <placement placement="6" dist="1.2" distUnits="MM"/>
  <rendering scaleVisibility="1" scaleMin="0" scaleMax="400000" obstacle="1" drawLabels="1"/>
</settings></labeling>
</qgis>',
   '', 1, 'Depots of relief supplies', '', '2024-01-01T00:00:00.000Z');
