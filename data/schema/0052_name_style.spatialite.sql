-- SPDX-License-Identifier: Apache-2.0
-- How QGIS draws names of today (0050): those in use with their text, former and abolished ones pale.
INSERT INTO layer_styles
  (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time)
VALUES
  ('', '', 'name_now', 'position', 'Merestone', '<!DOCTYPE qgis PUBLIC ''http://mrcc.com/qgis.dtd'' ''SYSTEM''>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="1">
<renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0">
<rules key="root">
  <rule key="r0" symbol="0" label="Name in use" filter="&quot;kind&quot; &lt;&gt; ''former'' AND &quot;status&quot; &lt;&gt; ''abolished''"/>
  <rule key="r1" symbol="1" label="Former name" filter="&quot;kind&quot; = ''former'' OR &quot;status&quot; = ''abolished''"/>
</rules>
<symbols>
  <symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="circle"/><Option name="color" type="QString" value="255,255,255,255"/><Option name="outline_color" type="QString" value="60,52,44,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="1.6"/></Option></layer></symbol>
  <symbol name="1" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="circle"/><Option name="color" type="QString" value="255,255,255,255"/><Option name="outline_color" type="QString" value="150,146,140,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="1.6"/></Option></layer></symbol>
</symbols>
</renderer-v2>
<labeling type="simple"><settings calloutType="simple">
  <text-style fieldName="name" isExpression="0" fontFamily="Noto Sans" fontSize="8" fontSizeUnit="Point" textColor="40,36,30,255">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/></text-style>
  <placement placement="6" dist="1.2" distUnits="MM"/>
  <rendering scaleVisibility="1" scaleMin="0" scaleMax="400000" obstacle="1" drawLabels="1"/>
</settings></labeling>
</qgis>',
   '', 1, 'Names of places', '', '2024-01-01T00:00:00.000Z');
