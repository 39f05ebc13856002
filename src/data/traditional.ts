/**
 * Traditional characters, each with its simplified one after it: those of the names of the built-in boundaries, and of what tables say of
 * places, figures and units. That way round no character is two; the other way round 钟 is 鍾 and 鐘, and 干 is 干 in 江干.
 */
const PAIRS =
  '關关區区寬宽陽阳綠绿園园雙双農农縣县樹树龍龙營营豐丰滿满樺桦蘭兰鐵铁東东嶺岭遼辽輝辉渾浑撫抚長长鮮鲜臨临寧宁爾尔羅罗餘余鎮镇賚赉圖图們们琿珲濱滨蕭萧廬庐侖仑灣湾甌瓯頭头蒼苍順顺樂乐鹽盐鄉乡吳吴興兴潯浔橋桥諸诸義义烏乌開开' +
  '黃黄門门溫温環环蓮莲縉缙雲云慶庆漢汉礄硚陸陆張张鄖郧崗岗點点軍军遠远歸归當当穀谷棗枣華华寶宝鍾钟夢梦應应荊荆監监團团風风紅红蘄蕲魚鱼隨随廣广來来鳳凤鶴鹤潛潜錦锦驛驿崍崃簡简貢贡灘滩榮荣邊边納纳馬马瀘泸敘叙藺蔺綿绵劍剑閣阁' +
  '資资為为夾夹儀仪隴陇閬阆壽寿稜棱賓宾連连鋒锋勝胜鄰邻鎣蓥達达萬万滎荥經经蘆芦溝沟壩坝蓋盖爐炉會会覺觉觀观鐘钟盤盘匯汇綏绥務务岡冈習习懷怀織织貞贞謨谟冊册凱凯鞏巩從从勻匀貴贵甕瓮獨独紹绍麗丽內内涼凉畢毕節节銅铜類类別别級级' +
  '檔档質质與与無无極极億亿檢检暫暂數数據据於于實实際际統统計计證证確确認认訂订報报預预斷断個个戶户號号編编國国標标劃划單单碼码屬属轄辖設设幫帮貧贫脫脱稱称時时間间狀状態态結结對对備备說说減减額额畝亩評评歲岁佔占總总幣币沒没' +
  '約约適适偵侦測测註注';

const SIMPLIFIED = new Map(Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS[2 * i], PAIRS[2 * i + 1]]));

/** Text as it is compared: whoever writes 汶川縣 means 汶川县. */
export const simplified = (text: string): string =>
  text.replace(/[㐀-鿿]/g, (character) => SIMPLIFIED.get(character) ?? character);
