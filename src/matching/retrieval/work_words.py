"""Words of work in four languages: tools, goods, places, tasks and trades that make a clause one of work.

The allow-list of `sensitive.py` for clauses about oneself, beside its short one: what is in neither is left out. A word
stands for all that begin with it, one with a dollar sign for itself alone; small letters without accents. Only what
is of work beyond doubt belongs here: nothing of family, body, health, housing, money owed, faith or justice.
"""

import re

_FR = """
abattag abattoir abreuvoir accastill accessoirist acheteur acheteuse acierie actuaire afficheu affineu affreteu
affutag affuteu agencement agenceu agrafag agrafeu agroalim agroecol agronom aiguilleu aiguiseu ajustage ajusteu
alesag aleseu alpage alternateur amortisseu anodis antennist antiquair apicult approvisionneu aquacol arboric
arbustes$ archeolog archicad ardoises$ ardoisier arduino arpenteu arrimag arrimeu arrosag artificier artisan
ascensorist asphaltag asphalteu assemblag assembleu assiettes$ aubergist auditeur auditrice autocad autocarist
autoentrep autolav automatici avicult bachag badgeus bafa$ bagagist balais$ balayeu balisag ballots$ banderoleu
banquets$ barbier bardag bardeu barmaid batelier batisseu batteus beche$ benevolat benevolement bennes$ bergerie
betonn betteraves$ bexio bibliothecaire bielles$ bijouter bijouti billetteri billettist binage biner$ bionettoy
biscuiteri bistrotier bitumag blanchisse bobinag bobineu bobinier bonneteri boulonnag boulons$ bourrelier boutur
bovins$ bpjeps$ brasage brasserie brasseur bricoleu brioches$ briqueterie brocant brocheu broderie brodeu brouett
broyage broyeur bruiteu btp$ buanderi bucheron buffets$ bulldozer buttag cablage cableur caces$ cafeteria cafetier
caissi calibrag calibreu calorifug cameraman camionnette camionneu canalisat canneu cantinier cantonnier canva$
caprins$ capsuleu carburateur cardeu carenag cargaisons$ carottag carross cartograph cartonnag cavist cdd$ cdi$
ceramist cerealier certification chais$ chalumeau champignonnier chape$ chapelier chapes$ chapist chapiteaux$
charcutier chargements$ chargeuses$ chariots$ chassis$ chaudieres$ chaudronn cheminot chemises$ chiffonnier chiffrag
chiffreu chimist chocolateri chocolatier chromag cidreri cimenter cimenti cintrag cintreu cisailleu cisco$
classeurs$ climaticien cloisonneu cloisons$ clouag cloueu cnc$ cobol codage coequipier coffrage coffreu colis$
colissimo collaborateur coloriste colza$ compacteu compagnonn compostag composteu compresseurs$ comptoir concassag
concasseu concessionnair conditionnement conditionneu confectionneu confiseu conserveri containeris conteneuris
contractuel contremait contreplaq convoyag convoyeu cooperateur copeaux$ copywrit cordeu cordiste cordonner cordonni
corroyeu costumier coulag coupeus courroies$ coursier courtag courtier coutelier couteller couture$ couvoir cremeri
cremier creperi crepier crepissag cric$ crics$ crieur crm$ croisieris css$ cueillett cueilleu cuisson cuistot
culasse curriculum cuverie cybersec cynophil dactylo dallag dalles$ dalleur dameus deballag debardag debossel
debroussaill decapag decapeu decheteri dechets$ dechetteri decolletag decolleteu decorateur decoupag decoupeu
deferraill defonceuse$ degraissag demarreur demenageur demenageuse demolisseu demonstrateur demonstratrice demontag
demoulag demouleu dentellier depanneu depoussier deratiseu desamiantag desamianteu desherb desinsectiseu desossag
desosseu detaillant devantures$ developpeu deviseu devops dispatcheu disquaire disqueus distilleri docker
documentalist domoticien domotiq doreur drogueri droguist ebarbag ebarbeu ebavurag ebenist eboueu ebourgeonn ebranch
ecailler ecailleur echafaud eclairagist economat ecuries$ editeur editric effeuillag effilocheu egoutier elagag
elagueu electromec electrotech elevage eleveur eleveuse elingu emailleri emailleu embauch embouteillag embouteilleu
emboutiss embrayag eminceu empotag encartonneu encaustiq encollag encolleu enduiseu enduits$ engazonn enginist
engrais$ enrobag enrobeu ensach ensilag entremets$ entrepreneu eolien epandag epavist epicier epluchag eplucheu
equarriss equilibrag equipier essayeu essuyag estampag etables$ etal$ etalag etalonnag etals$ etamag etameu
etancheist etancheu etiquetag etiqueteu etireu eurl$ evenementiel exploitants$ extras$ extrudeu facadier faconnag
faconneu faconnier factotum factric facturation facturier faitag fauchag faucheus fenaison ferraill ferronn
feuilletag fichiste fidelisat fiduciair figma$ filateur filetage fileteu filetier fileu filiale$ filiales$ filmag
filmeus finisseu flambag flasheu fleurist floricul fonderie fondeur foodtruck forages$ forestier foreur$ foreurs$
forgeage forgeron formateur formatrice fourgon fourneaux$ fournee$ fournees$ fournil fournisseurs$ fraisage fraiseu
freelanc frigorist friperi friteri friteuse fromager$ fromageri fromagers$ frontend fruiterie fruitier fruits$
fullstack gacheu gainier galerist galvanoplast gantier garagist gardiennag garnisseu gaufrier gazier gazons$
genisses$ geolog geomatic geometre gerante$ gerants$ gerbeu gmao$ goudronn gouttiere gouvernante$ gouvernantes$
grainetier gratins$ gravats$ graveur$ graveurs$ grenaill grillades$ grilladin grossist grumes$ grutag grutier
gyrobroy habilitations$ habilleu haccp$ haies$ helpdesk herbager herboris horticul hostelleri hotess hottes$
houblonnier hourdis html$ huilerie hydrauliq hydrolog illustrator indesign infogeran infograph intendan interim
inventaire jantes$ javascript joailli jointoy journalist kanban karcher kebabs$ kotlin laborant labourag laboureu
labours$ laiterie lamanag laminage lamineu lasur laveu legumes$ lessivag lessiver$ lettrag levain$ librair liftier
lightroom limonadi lingere linteau linux lisier lissier locotract lustrag lustreus luthier machinist magasinier
mainframe majordom malaxag malaxeu malletier mandolines$ mangeoires$ manucuris manufactur manutent maquettist
maquilleu maraich marbrerie marbrier marechaleri marinier marionnettist marketing marmites$ marmiton maroquin
marqueteri marteaux$ massicot matelassier matelot mecano merceri merchandis messageries$ metallerie metallier
metallurg meteorolog metreu metrolog meulag meuleu meulier meunerie micromecan microtechn minibar minipelle minoteri
mireu miroiteri miroitier mixag mixolog modelist modiste$ moellons$ moisson monitorat monobross moquettist mortaiseu
moteurs$ motocult motofauch mouleu moulinag moulist multinational museograph mytilic nacelles$ nacellist nappes$
negoce$ negociant nickelag noyauteu numerisation oenolog offset$ oleicult onglerie ordonnancement orfevr ostreic
ourlet ouvreus ovins$ oxycoup paillage palaces$ palan$ palans$ palefreni palette$ palettes$ paletti palissag
paludier papeteri papetier pareuse parfumeri parpaing parqueteu passementeri patisser patonnag pavage pavement
paveur peagist pecherie pelles$ pelleteu pelliste pelouses$ pepinier percage perceu perchiste perchman permacult
petrissag petrisseu petrochim photocop photographe$ photographes$ photoshop photovolta php$ phytosan pigist pioche$
pioches$ piqueus piscicult pisteu pistons$ pizza pizzeria placage placier placo$ placopl plagist plancherist
plantations$ plaqueu plaquiste platrerie platrier platriste plieuse plisseu plongeu plumassier plumeau pme$ pneus$
poinconnag poinconneu pointeus poissonneri poissonnier polissag polisseu pompist poncag ponce pontier pontonnier
portfolio portiqueur poseur poseuse postier poterie potier poulailler poutres$ powerpoint presentoir pressage
pressoir programmation programmeu projectionn prospection publipost python$ qualiticien quiches$ quincaill rabot
racks$ raffineri ragreag ragreeu ramendeu ramonag ramoneu ratissag ravalement rayon$ rayonnag reapprovision reassort
reboucher$ recolt reconversion recruteu rectifieu recyclag recycleri recycleu redacteu redactri reemploi refectoire
regisseu regleur$ rejointoy relieur reliure remorquag remorque remouleu rempaill remplacant remplacements$
remplissag remplisseu rempot repass repiquag ressourceri restorateur retouches$ retoucheu rideaux$ rigger ripeur
ripeuse rivetage riveteu roadie robinetteri robotici rogneus rondier rosiers$ rotissag rotisserie rotisseu
roulements$ rouleu routage routier$ routiers$ rucher ruches$ sablage sableu saisons$ saladerie salarie$ salariee
sandwich sarcl sarl$ saucier saunier savonneri scannette scanneu scenograph sciage scierie scies$ scieu sciure
scrum$ sculpteu secateur semailles$ semences$ semencier semis$ semoir semouleri seo$ serigraph serricult serrist
serrurer serrurier sertissag sertisseu shampouineu siderurg signalisation silos$ silotier sketchup skipper$
solidworks solin$ solives$ sommelie sondeur sonoris soubassement souffleur souffleuse$ sql$ ssiap$ stadier staffeu
standardist standist startup statisticien stenograph steward stockag stockist storist stratifi stucateu stylist
succursal superviseu surfil surjet sylvic sysadmin tabacult tabletterie tableur tacheron tachygraph talochag
tannerie tanneu tapisseri tapissi taraudag taximan teinturi telecoms$ teleconseil telemark teleprosp telesurv
televend televent tenancier tenonneu terrassem terrassier textiles$ thermicien thermoform thermolaq thermosoud
tissage tisserand tisseu titularis toilettage toiletteu toitures$ tolerie toleur tolier tondeuse tonnelier tonneller
tonte$ tontes$ topograph torrefact toupilleu tourier tournees$ tourneur tourneuse tournevis tractag tracteur
tractopel tractorist traducteur traductri traire$ traiteur trancheus transitaire transpalett trayeu trefil trempeu
tresorier treuil tricotag tricoteu tripier tronconn troupeau truelle trufficult tuilerie tuilier turbotier tuyauteri
tuyauteu tva$ typograph upcycl urbanist usinag vacatair vacher$ vachers$ vaches$ vae$ vaisselle$ valorist vannerie
vannier veaux$ vendang verger vernisseu verrerie verriers vidanges$ videaste videosurv videur$ viennoiser vigne$
vigneron vignes$ vignobl vinaigreri visseu viticul vitragist vitrerie vitrier vitrifi vitrines$ vitrinis voilerie
voirie voiturier volailler voutain voyagist vrp$ vtc$ vulcanis wagonnag webdesign webmaster winbiz wordpress zingag
zingu zootechn
"""

_DE = """
abbrucharb abbruchhammer abfallents abfallsort abfalltrenn abfallwirt abfullanlag abfullerei abgefullt abgepackt
abkantpress absatzmarkt abteilungschef abteilungsleit abwart$ abwartin abwartsd abwasch ackerbau akkord$ akkubohr
akkuschraub akquis allrounder alpbetrieb alpsommer alpwirt altglas altmetall altpapier anderungsatelier
anderungsschn angefertigt angesat angestrichen anlagenbau anlagenfuhr apfelernte apparatebau armierung asphaltier
attestausb aufgefullt auftragsabwick auftragsbearb ausgebeint auspuff aussendienst autobranche autoelektr autogarage
autohand autohaus autolack automatiker autopolier autosattl autospengl autoteile autowasch autowerk bademeister
bagger$ bandsag bankangest bankett bankfach bankkauf barbershop barbetrieb barkeeper barservice baubranche bauer$
bauerin$ baufuhr baugerat baugewerb bauhandw bauhelf bauhof bauindustr bauingen baukran bauleit baulog baumarkt
baumasch baumaterial baumeister baumpfleg baumschnitt baumschule bauplan baupolier bauprojekt baureinig bauschloss
bauschrein bauschutt bauspengl bautechn bautrupp bauunternehm bauzeichn beikoch beleuchter beliefert bepflanzt
bereitschaftsdienst beschaffungs bestellwesen bestickt bestuckt beton$ betonbau betonier betonmisch betonplatt
betonpump betonwand betonwerk bewasserungs bibliothekar biegemasch bienenvolk bienenzucht bilanzbuch bilanzier
bioladen blechbearb bleche$ blechverarb blumenbinder blumengesch blumenladen blumenstand bodenbelag bodenleger
bodenreinig bodenschleif bohrhammer bohrmasch bremsbel brieftrag briefverteil briefzentr brotback brotfabrik
brotteig bruckenbau buchbind buchladen buffet bugelmasch buhnenbau buhnenbild buhnentechn buschauff callagent
callcenter carchauff carrosser catering chemiefabrik chemikant concierg confiser confiseur containerverlad
controller$ controlling dachdeck dachlatten dachstuhl dachziegel damensalon dammplatt dammstoff dammung$ dampfbugel
datenbank dateneingabe datenerfass datenpfleg dauerwell debitorenbewirt debitorenbuch dekorateur dekorationsgest
demontier detailhandel detailhandl detailist dienstplan dienstzeugnis digitaldruck disponent dorfladen drechsl
drehbank dreherei drehmasch dreischicht drogeriebranche drogist druckerei druckmasch dumper$ eingangskontroll
eingedeckt einkaufer$ einkauferin einkaufsabteil einsatzbereit einsatzfreud einsatzplan eintrittskontroll einzelhand
eisenleger endmontage entastet entbeint entgratet entsorgungs ernte$ ernteeins erntehelf erntemasch ernten$
erntesaison erntezeit etagengouvern etikettier eventmanag eventorg eventtechn fahrradkurier fahrradmech fahrradwerk
fakturier farbroller farbspritz fassadenbau fassadenisol fassadenmal fassadenreinig feinmechan feinwerk fensterbau
fenstermont fensterputz ferieneins ferienjob festzelt filialen$ filialleit finanzbuch firewall fischerei fischzucht
flaschner fleischerei fleischfach fleischverarb fliesenleg fliessband florist forstbetrieb forster$ forstrevier
forstwart forstwirt fotograf$ fotografin$ frachtgut frachtpap frankier frasmasch freiwilligeneins fremdenfuhr
friedhofsgart frisier frittier fruhdienst fruhschicht fruhstucksbuff fruhstucksserv furnier gabelstapler galvanik
garderobier gartenarbeit gastebetreu gebaudereinig gebaudetechn gebaudeunterh gedrechselt gedungt geerntet gefahrgut
gefegt geflugelfarm geflugelhof geflugelzucht gefrast gegrillt geheut gehobelt geigenbau gejatet geknetet
gelegenheitsjob geleimt gelotet gemaht gemauert gemistet gemolken gemuseabt gemuseant gemusebau gemuseernte
gemusefeld gemusehand gemuseladen gemusestand genietet geomatik gepflanzt gepflastert gepfluckt gepflugt gepolstert
gerustbau gesat$ geschaftsfuhr geschaftsleit geschirr geschliffen geschmied geschnuppert geschweisst gesellenbrief
gesellenpruf gespachtelt gestanzt gestapelt gestickt geteert getrankehandel getrankelief getrankemarkt
getrankeservice getreideanbau getreideernte getreidefeld getriebe$ gewachshaus gewebt gewischt giesserei gipser
gipskarton gipsplatt glacestand glaserei glasermeister glasreinig gleisbau goldschmied gouvernante grafik graveur
graviert grossbetrieb grosshandel grosskuche grossverteil grundreinig haarstylist hafner$ hallenwart handelsdiplom
hardware hauptbuch hausdienst haustechnik hauswirtschaft hecken$ heckensch heizungsbau heizungsinst heizungsmont
herrensalon heuen$ heuernte hobelbank hobelmasch hochbau hochdruckrein hochregal hochsaison hofladen holzbalken
holzbau holzbearb holzbrett holzernte holzfall holzgestell holzhandel holzkist holzmobel holzplatt holzschlag
holzverarb housekeep html hubstapler hubwagen hufschmied huhnerfarm huhnerhof huhnerstall huhnerzucht imbiss imker
innenausbau innendienst instrumentenb inventari inventur jahresabschl jungkoch juwelier kalibrier kameraassist
kamerafrau kameramann kaminbau kaminfeg kanalbau kanalreinig karette karosser kartoffelernte kartonage kaser$
kaserei kassensturz katalogis kehrichtabf kehrichtverb kehrichtwag kehrmasch kellerei keramiker kettensag kiosk
klaranlage klavierbau kleidergeschaft kleiderladen kleinbetrieb klimaanlagen kommissionier kompost konfiser
konstrukteur kontier kopiergerat kosmetiker kosmetikinst kosmetiksalon kosmetikstud kranfuhr kranpruf kranwagen
kreditorenbewirt kreditorenbuch kreissag kuhe$ kuhen$ kuhherd kuhstall kulissenbau kulissenschieb kunststofft
kunststoffverarb lackier ladeflache ladenbau ladenkasse ladentheke laderampe ladungssicher landmasch landschaftsbau
landschaftsgart landschaftspfleg laubblas layout lebensmittelgesch lederwaren legehennen lehrabgang lehrbetrieb
lehrfirma lehrjahr lehrling lehrmeister lehrvertrag lehrzeit leiterplatt leitungsbau lektorat lichttechn lieferant
lieferfrist lieferkette lieferschein lieferservice liefertour lieferung lieferwagen liftmont lohnbuchf lohnbuchhalt
lohnwesen lokfuhr lokomotivf lotkolben lotstation luftfracht luftungsanlag luftungsbau mahdresch mariniert marktfahr
marktstand mastbetrieb mauerwerk mediamatik mehrwertsteuer meisterbrief meisterdiplom meisterpruf meistertitel
melkmasch melkstand menuplan messebau messestand metallbau metallbearb metallindu metallteil metallverarb metallwerk
milchtechn milchwirt minibagger minijob mobelbau mobelgeschaft mobelhaus mobellief mobelmont mobelpack mobelschrein
mobeltrager mobeltransp mobelverk modeatelier modist molkerei motoren$ motorenbau motorradmech motorsag mullabfuhr
mullmann mulltrenn mullwagen museumsauf mwst$ nachgefullt nachtdienst nachtportier nachtschicht nachtwacht
nageldesign nagelstudio nahatelier naherei naherin nahmasch nahstub naturstein nebenjob netzelektr netzwerkadmin
netzwerktechn nothelferausw nothelferkurs objektschutz obstbau obsternte obsthand obstplant ofenbau ofensetz
offerten offertwesen offsetdruck olwechsel onlineshop orgelbau overlock paket palett paniert papeterie papierfabrik
parkettleg parkplatzeinw personalabteil personalchef personalfuhr personalplan personalrekrut personalverant
personalverleih personalverm personalwesen pferdepfleg pferdewirt pflasterer pflasterstein photovoltaik pikett
pizzabot pizzaiol pizzakurier pizzalief pizzaofen pizzateig planierraup plattenbelag plattenleger plattlileg
platzwart pneuwechs poliermasch poliert polsterei polsterer polygraf polymech portier$ postbote postbotin
postzustell prazisionsmech prazisionsteil preisetikett preisschild presslufthammer probeschicht probetag produktions
programmier projektarb projektleit projektmanag protokollfuhr protokollier putzdienst putzequip putzfirma putzhilfe
putzinst putzkolonn putzmasch putzmittel putzstelle putzteam putzwagen qualitatskontr qualitatsmanag qualitatspruf
qualitatssich quellcode quereinsteig quereinstieg raderwechs rasenmah rasenpfleg raumpfleg rebbau rebberg reben$
rechnungslegung rechnungswesen recycl redakteur redaktion regalauff regale$ regalen$ regalpfleg reifenwechs
reisebuch reiseburo reiseleit requisiten requisiteur rettungsschwimm revisor rezeption rinderherd rinderzucht
rohrleg rohrleit rohrschloss sachbearb sagerei sagewerk saisonbetrieb saisonstell samstagsjob sap$ sattler
scannerkass schafherd schafhirt schafstall schalterdienst schaltschrank schalung schaufensterdek schaufenstergest
scheuersaug schlachter schlachth schlagbohr schleifmasch schleifpapier schlosser$ schlosserei schlosserin schmiede
schmuckgesch schneeraum schnittmuster schnupper schokoladenfab schornsteinf schraubendr schraubenschl schraubenz
schraubstock schriftsetz schrotthand schrottplatz schubkarre schuhgeschaft schuhladen schuhmach schuster
schweinemast schweinestall schweinezucht schwertransport seefracht senn$ sennerei servier sicherheitsbeauft
sicherheitsfirma siebdruck silberschm sitzungsprotokoll skilehrer skilift software solaranlag solarmont solarpanel
sommerjob sommersaison sortieranlage sortierband sortierzentr souschef spachtel spanplatt spargelernte spargelfeld
spargelstech spatdienst spatschicht spediteur spedition speisekart spengler sperrholz spielwarenl spinnerei
sportgeschaft spritzgiess spritzguss spulkuche spulmaschin stadtfuhr stahlbau stahlbeton stahltrag stahlwerk
standaufbau standbau stanzmasch staubgesaugt steinbruch steinhauer steinmetz stellvertretende stichsag stickerei
storenbau storenmont strassenbau strassenkehr strassenreinig strassenunterhalt straucher stuckateur stuckgut
studentenjob stukkateur stundenlohn subuntern systemadmin systemtechn tabellenkalk tagelohn tageseinnahm tagesumsatz
taglohn tagschicht tankstellenshop tankwart tapezier taxichauff taxiunternehm taxizentrale teig$ teige$ teigmasch
teigwarenfab telefonist telefonmarket telefonverk telefonzentrale tellerwasch temporarburo temporareins
temporarfirma temporarstell temporarvermitt terminkoord terminplan terminverwalt texter$ texterin$ textil tiefbau
tierpfleg tischler$ tischlerei tischlerin tontechn topfwasch tourenplan traktor tranchier traubenernte traubenlese
traumjob treibhaus trennscheib trennschleif treppenbau treppenhausreinig treppenreinig treuhandburo treuhandfirma
treuhandwesen trockenbau tunnelbau typograf uberstund uhrenatelier uhrenfabrik uhrengeschaft uhrenherst uhrenindu
umgegraben umgeladen umsatz$ umsatzziel unkraut unterhaltsreinig unterlagsbod velogesch velokurier velomech velowerk
veranstaltungsorg veranstaltungst verbucht verchromt verdraht verkabel verkehrsdienst verkehrslots verladen
verladepersonal verladerampe verleimt vermauert vermessungs vernietet verpackt verpackungs verputz versandabteil
versandhalle versandhandel versandhaus versandleit verschweisst versicherungskauf vertriebs verzinkt viehhalt
viehhand viehstall viehzucht visagist vorgesetzt vormontage vorschlaghammer warenannahm warenausg warenbewirt
wareneing warenkontroll warenlager warenprasent warensort warentransport warenverr warenverteil warmedamm warmepump
wasche$ waschere wasserwaage webentwick weberei webshop webstuhl weinbau weinberg weingut weinhand weinlese
weiterbild weltladen wertstoff winkelschl winterdienst wintersaison winzer wirtefach wirtepatent wirtin$
wirtschaftspruf wochenenddienst wursterei wurstherst wurstwaren zeichner$ zeichnerin zeitungsaus zeitungsvertrag
zeitungszust zement zerspan ziegelei ziegelfabrik ziegelstein ziegenherd ziegenstall zifferblatt zimmerei zimmerer
zimmerreinig zimmerservice zolldekl zubereitet zuckerfabrik zugelmann zulieferer zusammengebaut zusteller
zutrittskontroll zweitlehre zwischenzeugnis
"""

_IT = """
acciaieri acconciat aeroportual affettatric agritur agrumet aiutocuo alesat allestiment allestit allevament
allevator allevatric alpeggi alpigian altoforn ambulanti$ anodizz antincend antiquari apicolt appalt aratri$ aratro
aratur arnie$ arrotin artigian asfaltator asfaltatur asfaltist asolat assemblat attestati$ attrezzeri attrezzist
autoarticol autobetoni autobotti autofficin autogru automazion autoripar autospurg autotrasp avvitator aziend badil
bagnin bancale$ bancali$ bancarell banchett banconist battilamier benzinai betoneggi bibliotecar biciclettai bidell
bigliettai biglietteri birrific bobinator boscaiol bottai bottega$ bottegai botteghe$ bottonier bottonif bozzettist
bracciant brocciat bronzist bullon buttafuor cablagg cablat cacciavit caffetteri calcestruzz caldaie$ caldaist
caldareri calderai calibrator calzaturier calzaturif calzolai camionist campanar capocantier capocuoc capomastr
capoofficin capopartit caporepart caposquadr capoturn cappellai cappellif carbonai carriola carriole carrozzai
carrozzier carteggiat cartoler cartongess cartotec casari$ casaro caseari caseific casserat cavator cazzuola
cazzuole cementific cementist centralin cernita$ cernitor cernitric cesellat cestai chiodator chiosch cineoperator
cioccolater cioccolatier coibent collaborator collaboratric collaudator conceri conciari conciator concim
confezionam confezionat confezionist consegnav consegne$ cordai corniciai corriere$ corrieri$ costumist cromatur
cucitric cucitur cybersic dattilo ddt$ decespugli decorator decoratric demolitor dettagliant diradament disegnator
disegnatric diserb disinfestator disoss ditte$ drogheri ebanist ecocentr edicolant elettraut elettromecc enolog
enotecari erbai$ erborist erpicat escavat espositor estetist estrus etichettatric etichettatur fabbri$ fabbro$
facchinag facchini$ facchino$ fattorie$ fattorin fatturist ferraiol ferrament ferrovier fiduciari fienagion filator
filatric filatur filettat filiali$ fiorist floricolt florovivai fonderia fonditor fonici$ fonico forestal fornai
fornitor fotografo$ fotovolt frantoi$ frantoian frantoio fresator fresatric fresatur friggitor frutteti frutteto
frutticolt fruttivend furgon fustell gelatai gelateri gelatier geometra geometri$ gessat gessist gioielleri
gioiellier giornalist gommist governante$ grafico$ griglist grondai grondist gru$ gruist guantif guardarobier
guardiania guardiano$ hostess$ idropulit imballagg imballat imbiancatric imbiancatur imbottigliam imbottigliator
impacchett impagliator impastat impermeabilizz imprenditor imprenditric incassi$ inceratur incollator insaccatric
inscatol intagliator intarsi interinal intonac inventari$ inventario irrigaz laccator lamier laminat lappatur lattai
latteri lattonier lavanderi lavapavim lavapiatt lavascal lavavetr levigat libraio$ limator litograf liutai
livellatric locandier lucernari lucidator lucidatric lucidatur lustrascarp magliaia maglieri maglificio malgar
manganat mangim manicurist manifattur maniscalc manoval manutenz marmeria marmist martelli$ massetti$ massicciat
materassai mattonell mattoni$ meccatron mercati$ mercatin merciai metalmecc metronott mietitreb mietitur minator
modellist molator molatric molatur monospazzol montaggi montato$ montator montatric mosaici$ mosaicist motocoltiv
motoseg motozapp mucche$ mugnai muletti muletto mulini$ multinazional mungitor mungitric mungitur muratur netturb
nichelat noccioleti noleggiator norcin olivicolt ombrellai orditor orditur orefic orlat orologer orologiai ortaggi
orticolt ortofrutt ortolan ovini$ palchi$ pallet$ pallets$ panific paninot parquettist parrucc passamaner pastai$
pastaio pastific pavimentator pavimentaz pavimentist pelapat pelletteri pellettier perforator perforatric pesatur
pescator pescheri pescivend pialla piastrell piazzist piccon piegatric piegatur pizzeri pizzicagn plastur
pneumatici$ polleri ponteggi portalett portierat portiere$ portual posator postin potator potatric potatur pressofus
produzione$ profumeri profumier progettist programmator programmatric puntatric raccoglitor raccoglitric ragioneri
ragionier ramaio rammagliat rammend rappresentanz rasaerb redattor redattric regista$ rettificator ricamat
ricicleria rifinit rigattier rilegat risaia$ risaie$ rivettat rosticc ruspa$ ruspe$ ruspist sabbiat salumai salumeri
salumier salumific sanificaz sarchi sartori sbavatur scaffal scalpellin scaricator scavator sceneggiat scenograf
scontrin segantin segatur segheri selciator sementi$ semenzai seminatric serigraf serramentist serricolt sfoglin
sguatter shampist siepi$ sistemist smaltiment smerigliat smontaggi solai$ sostituzioni$ sottoch spaccapietr
spandiconc spazzacamin spazzin spedizionier stabilimenti$ stagnin stalle$ stallier stampaggi stampator stamperi
stenograf sterrator stilist stirator stiratric stireri stoccagg stoccat stoviglie$ stozzat straccivend stradino$
strofinacc stuccat stucchi$ subappalt supermercatist supplent supplenz sviluppator sviluppatric tagliacuc tagliaerb
tagliandi$ tagliasiep tagliator tagliatric tapparellist tappezz tassist tavernier tegole$ tendaggi termoform
termoidraul termotec terrazzament terrazzier tesorier tessil tessitor tessitric tessitur tinteggi tintoria tintorie
tipograf toelettat tomai topograf tornier tornio tornitor tornitur torrefaz tosaerb tosator trafilator tramvier
tranciator transpallet tranvier trapiantatric trasportator trattor trebbiat truccator truccatric tubist tuttofar
uliveti uliveto valiger vanga$ vangat vasai vendemmi vendeva vendevo verniciat vetrai$ vetraio vetreri vetrin
vetrocament videosorv vignaiol vigneti vigneto vignettist vitelli$ viticolt vivai$ vivaio vivaist volontariat
vulcanizz zanzarier zappat zincat
"""

_EN = """
assembler$ banquet barcode barkeep beautician beekeep bellboy bellhop binman blacksmith bookbind bookkeep brewer$
brewery bricks$ brickwork cabinetmak catered caterer cement chainsaw chambermaid cheesemak clockmak cobbler coder$
coding concreting confection contractor conveyor copyedit coworker craftsm craftsperson craftwork database debug
deliver digger$ dishwash dispatcher dockwork draftsm draughtsm dressmak drills$ drywall dustman embroider excavator
filleted fishmonger foreman forestry foundry fryer$ fryers$ gearbox glazier glazing goldsmith greengroc greenhouse
greenkeep grocer$ groundskeep hairstyl handicraft handyman harvest hedges$ horticult housemaid inventory invoicing
ironwork jackhammer janitor jeweler jeweller joiner$ joinery kneaded labourer lacquer landscap lathe$ lathes$
laundry lawnmow lawns$ leatherwork ledger livestock locksmith logger$ loom$ looms$ lumberjack lumberyard mailroom
marinated masonry metalwork milked milking mopped mowed mowing mown$ needlework orchard organized overtime packaging
packer$ packers$ palletis palletiz parcels$ payroll photographer picker$ piecework pipefit plasterboard plasterer
plastering ploughed ploughing plowed plowing plumb postman programmer programming proofread pruned pruning repairman
restock retail riveted riveting roadwork roofer$ roofers$ roofing sanded sander$ sanding sandpaper sawdust sawed
sawmill sawn$ scaffolder scrapyard screwdriver sewed sewing sewn$ shelves$ shipments shoemak shopfit shopfloor
shopkeep shoveled shovelled showroom silversmith slaughterh soldered soldering spanner spreadsheet stagehand
steamfit steelmill steelwork stevedore stockkeep stockroom stocktak stonecut stonemason stonework storekeep
storeroom subcontract surveyor switchboard telemarket telesales temping textile tiler$ tiling tills$ timber toolmak
tractor trainee translating tutored typescript typeset typing typist tyres$ unloading upholster upsell usher$
vacuumed valeting varnish vineyard wallpapered wallpapering watchmak weaver$ weaving weeding wheelbarrow wholesale
winemak winery woodcarv woodcut woodturn woodwork zookeep
"""

_WORDS = re.compile(r"[a-z]+")
_LISTED = f"{_FR} {_DE} {_IT} {_EN}".split()
_WHOLE = frozenset(word.rstrip("$") for word in _LISTED if word.endswith("$"))
_BEGINNINGS = frozenset(word for word in _LISTED if not word.endswith("$"))
_LENGTHS = range(min(map(len, _BEGINNINGS)), max(map(len, _BEGINNINGS)) + 1)


def names_work(clause: str) -> bool:
    """Whether a clause, in small letters without accents, holds a word of work."""
    return any(
        word in _WHOLE or any(word[:length] in _BEGINNINGS for length in _LENGTHS if length <= len(word))
        for word in _WORDS.findall(clause)
    )
