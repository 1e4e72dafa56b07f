// Which words Chroma 2.17.2 (in Hugo 0.147) knows as a language, and the highlight.js grammar that is
// nearest to its lexer. A line: grammar or `-`, the lexer's names in lower case, file extensions and
// file names that it goes by as well. Read from Chroma's lexer definitions; written by hand no more.

interface Language {
  /** A module of highlight.js; `null` where it has none: such code keeps its frame and has no colours. */
  grammar: string | null;
}

/**
 * As Chroma looks it up: by name in any case, then by extension or file name as written; last as the
 * path of a file (`app/models/user.rb`), by its own name or extension. `null`: unknown.
 */
export function findLanguage(word: string): Language | null {
  if (word === "") return null;
  byName ??= index();
  const file = word.slice(word.lastIndexOf("/") + 1);
  const extension = file.includes(".") ? file.slice(file.lastIndexOf(".") + 1) : "";
  const grammar =
    byName.get(word.toLowerCase()) ??
    byName.get(` ${word}`) ??
    byName.get(` ${file}`) ??
    // Extensions that are names as well stand among the names alone.
    byName.get(` ${extension}`) ??
    (extension === "" ? undefined : byName.get(extension));
  return grammar === undefined ? null : { grammar: grammar === "-" ? null : grammar };
}

let byName: Map<string, string> | null = null;

function index(): Map<string, string> {
  const map = new Map<string, string>();
  for (const line of LANGUAGES.split("\n")) {
    const [grammar = "-", names = "", files = ""] = line.split("\t");
    for (const name of names.split(",")) if (!map.has(name)) map.set(name, grammar);
    for (const file of files.split(","))
      if (file !== "" && !map.has(` ${file}`)) map.set(` ${file}`, grammar);
  }
  return map;
}

const LANGUAGES = `-	abap	ABAP
abnf	abnf
actionscript	actionscript,as
-	actionscript 3,as3,actionscript3	as
ada	ada,ada95,ada2005	adb,ads
-	agda
-	al	dal
-	alloy	als
-	angular2,ng2
-	antlr
apache	apacheconf,aconf,apache	.htaccess,apache.conf,apache2.conf
-	apl
applescript	applescript
-	arangodb aql,aql
arduino	arduino	ino
armasm	armasm	s,S
-	atl
autohotkey	autohotkey,ahk	ahkl
autoit	autoit	au3
awk	awk,gawk,mawk,nawk
-	ballerina	bal
bash	bash,sh,ksh,zsh,shell	ebuild,eclass,env,exheres-0,exlib,zshrc,.env,.bashrc,bashrc,zshrc,.zshrc,PKGBUILD
shell	bash session,bash-session,console,shell-session	sh-session
dos	batchfile,bat,batch,dosbatch,winbatch	cmd
-	beef	bf
-	bibtex,bib
-	bicep
-	blitzbasic,b3d,bplus	bb,decls
bnf	bnf
-	bqn
brainfuck	brainfuck,bf	b
c	c	h,idc
csharp	c#,csharp	cs
cpp	c++,cpp	hpp,h++,cc,hh,cxx,hxx,C,H,cp,CPP,tpp
-	caddyfile,caddy
-	caddyfile directives,caddyfile-directives,caddyfile-d,caddy-d
-	cap'n proto,capnp
-	cassandra cql,cassandra,cql
ceylon	ceylon
-	cfengine3,cf3	cf
-	cfstatement,cfs
-	chaiscript,chai
-	chapel,chpl
-	cheetah,spitfire	tmpl,spt
clojure	clojure,clj,edn
cmake	cmake	CMakeLists.txt
-	cobol	cob,COB,cpy,CPY
coffeescript	coffeescript,coffee-script,coffee
lisp	common lisp,common-lisp,cl,lisp
coq	coq	v
crystal	crystal,cr
css	css
-	csv
-	cue
-	cython,pyx,pyrex	pxd,pxi
d	d	di
dart	dart
-	dax
-	desktop file,desktop,desktop_entry
diff	diff,udiff	patch
django	django/jinja,django,jinja
-	dns,zone,bind
dockerfile	docker,dockerfile	Dockerfile
-	dtd
-	dylan	dyl,intr
ebnf	ebnf
elixir	elixir,ex,exs	eex
elm	elm
lisp	emacslisp,emacs,elisp,emacs-lisp	el
erlang	erlang	erl,hrl,es,escript
-	factor
-	fennel,fnl
bash	fish,fishshell	load
-	forth	frt,fth,fs
fortran	fortran,f90	f03,f95,F03,F90,F95
-	fortranfixed	f,F
fsharp	fsharp	fs,fsi
-	gas,asm	s,S
gdscript	gdscript,gd
gdscript	gdscript3,gd3	gd
-	genshi,kid,xml+genshi,xml+kid
-	genshi html,html+genshi,html+kid
-	genshi text,genshitext
gherkin	gherkin,cucumber	feature,FEATURE
-	gleam
glsl	glsl	vert,frag,geo
-	gnuplot	plot,plt
go	go,golang
xml	go html template,go-html-template
-	go template,go-template	gotmpl,go.tmpl
go	go text template,go-text-template
graphql	graphql,graphqls,gql
-	groff,nroff,man	1,9,1p,3pm
groovy	groovy	gradle
handlebars	handlebars,hbs
-	hare	ha
haskell	haskell,hs
haxe	haxe,hx,hxsl
ini	hcl
-	hexdump
-	hlb
glsl	hlsl	hlsli,cginc,fx,fxh
-	holyc	HC,hc,HH,hh,hc.z,HC.Z
xml	html	htm,xhtml,xslt
http	http
hy	hy,hylang
-	idris,idr
-	igor,igorpro	ipf
ini	ini,cfg,dosini	inf,service,socket,.gitconfig,.editorconfig,pylintrc,.pylintrc
-	io
-	iscdhcpd	dhcpd.conf
-	j	ijs
-	janet	jdn
java	java
javascript	javascript,js	jsm,mjs,cjs
json	json	jsonc,avsc
-	jsonata
-	jsonnet	libsonnet
julia	julia,jl
-	jungle
kotlin	kotlin	kt
-	lean4,lean
-	lighttpd configuration file,lighty,lighttpd
llvm	llvm	ll
lua	lua,luau	wlua
makefile	makefile,make,mf,bsdmake	mak,mk,GNUmakefile,BSDmakefile,Justfile,justfile,.justfile
-	mako	mao
markdown	markdown,md,mkd
-	mason	m,mhtml,mc,mi,autohandler,dhandler
-	materialize sql dialect,materialize,mzsql
mathematica	mathematica,mma,nb	cdf,m,ma,mt,mx,nbp,wl
matlab	matlab	m
-	mcfunction,mcf
-	meson,meson.build	meson_options.txt
-	metal
-	minizinc,mzn	dzn,fzn
-	mlir
-	modula-2,modula2,m2	def,mod
-	mojo,🔥
-	monkeyc	mc
-	morrowindscript,morrowind,mwscript
-	myghty	myt,autodelegate
sql	mysql,mariadb	sql
-	nasm	asm,ASM
-	natural	NSN,NSP,NSS,NSH,NSG,NSL,NSA,NSM,NSC,NS7
-	ndisasm
-	newspeak	ns2
nginx	nginx configuration file,nginx	nginx.conf
nim	nim,nimrod
nix	nix,nixos
nsis	nsis,nsi,nsh
objectivec	objective-c,objectivec,obj-c,objc	m,h
-	objectpascal	pas,pp,inc,dpr,dpk,lpr,lpk
ocaml	ocaml	ml,mli,mll,mly
-	octave	m
-	odin
-	onesenterprise,ones,1s,1s:enterprise	EPF,epf,ERF,erf
-	openedge abl,openedge,abl,progress,openedgeabl	p,cls,w,i
openscad	openscad	scad
-	org mode,org,orgmode
-	pacmanconf	pacman.conf
perl	perl,pl	pm,t
php	php,php3,php4,php5	inc
php-template	phtml	php,php3,php4,php5,inc
-	pig
-	pkgconfig	pc
pgsql	pl/pgsql,plpgsql
-	plaintext,text,plain,no-highlight	txt
-	plutus core,plutus-core,plc
pony	pony
pgsql	postgresql sql dialect,postgresql,postgres
-	postscript,postscr	ps,eps
-	povray,pov	inc
-	powerquery,pq
powershell	powershell,posh,ps1,psm1,psd1,pwsh
prolog	prolog	ecl,pro,pl
-	promela	pml,prom,prm,pr,pm
-	promql
properties	properties,java-properties
protobuf	protocol buffer,protobuf,proto
-	prql
-	psl	BATCH,TRIG,PROC
puppet	puppet	pp
python	python,py,sage,python3,py3	pyi,pyw,jy,sc,bzl,tac,SConstruct,SConscript,BUCK,BUILD,BUILD.bazel,WORKSPACE,WORKSPACE.bzlmod,WORKSPACE.bazel,MODULE.bazel,REPO.bazel
python	python 2,python2,py2
basic	qbasic,basic	BAS,bas
qml	qml,qbs
r	r,splus,s	S,R,.Rhistory,.Rprofile,.Renviron
-	racket,rkt	rktd,rktl
-	ragel
-	raku,perl6,pl6
javascript	react,jsx
reasonml	reasonml,reason	re,rei
-	reg,registry
-	rego
-	restructuredtext,rst,rest
-	rexx,arexx	rex,rx
-	rpmspec,spec
ruby	ruby,rb,duby	rbw,rake,gemspec,rbx,Rakefile,Gemfile,Vagrantfile
rust	rust,rs	rs.in
sas	sas	SAS
scss	sass
scala	scala
scheme	scheme,scm	ss
scilab	scilab	sci,sce,tst
scss	scss
-	sed,gsed,ssed
-	sieve	siv
smali	smali
smalltalk	smalltalk,squeak,st
-	smarty	tpl
-	snbt
-	snobol
-	solidity,sol
-	sourcepawn,sp	inc
-	sparql	rq
sql	sql
-	squidconf,squid.conf,squid
sml	standard ml,sml	sig,fun
-	stas
stylus	stylus	styl
xml	svelte
swift	swift
-	systemd	automount,device,dnssd,link,mount,netdev,network,path,scope,service,slice,socket,swap,target,timer
verilog	systemverilog,sv	svh
-	tablegen	td
-	tal,uxntal
-	tasm	asm,ASM
tcl	tcl	rvt
-	tcsh,csh
-	termcap	termcap.src
-	terminfo	terminfo.src
ini	terraform,tf,hcl
latex	tex,latex	aux,toc
thrift	thrift
ini	toml	Pipfile,poetry.lock
-	tradingview,tv
sql	transact-sql,tsql,t-sql
-	turing	tu
-	turtle	ttl
twig	twig
typescript	typescript,ts,tsx	mts,cts
-	typoscript	ts
-	typoscript	ts
-	typoscriptcssdata
-	typoscripthtmldata
-	typst	typ
-	ucode	uc
-	v,vlang	vv,v.mod
-	v shell,vsh,vshell
vala	vala,vapi
vbnet	vb.net,vbnet	vb,bas
verilog	verilog,v
vhdl	vhdl	vhd
-	vhs,tape,cassette
vim	viml,vim	.vimrc,.exrc,.gvimrc,_vimrc,_exrc,_gvimrc,vimrc,gvimrc
xml	vue,vuejs
-	wdte
-	webgpu shading language,wgsl
-	webvtt,vtt
-	whiley
xml	xml	xsl,rss,xslt,xsd,wsdl,wsf,svg,csproj,vcxproj,fsproj
-	xorg,xorg.conf
yaml	yaml	yml
-	yang
-	z80 assembly,z80	asm
-	zed
-	zig`;
