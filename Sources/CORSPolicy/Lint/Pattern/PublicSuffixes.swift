/// Names below which anybody can get a host: a short choice of facts from https://publicsuffix.org/list.
///
/// What is not here is taken for a domain with one owner, so a pattern over a rare suffix is not reported.
enum PublicSuffixes {
    /// Registries: top-level domains, and the second levels that are sold below some.
    static let registries = words(
        """
        com net org edu gov mil int info biz name pro xyz online site shop store tech app dev page cloud blog io ai co
        me tv cc gg sh to ly so fm am id ist club live life news world today agency digital email media network space
        website link click top vip win bid fun host press solutions systems services software company center group team
        work works zone run codes tools expert consulting finance money bank health care academy school university
        de at ch fr nl be lu it es pt se no dk fi is pl cz sk hu ro bg gr ie uk eu ru ua by rs hr si lt lv ee tr il ir in
        pk bd lk cn jp kr tw hk sg my th vn ph au nz za ng ke eg ma br ar mx cl pe uy ve ca us asia cat mobi jobs travel
        arpa goog google amazon aws azure microsoft apple new zip mov how
        co.uk org.uk me.uk ltd.uk plc.uk net.uk ac.uk gov.uk nhs.uk sch.uk
        com.au net.au org.au edu.au gov.au id.au asn.au co.nz net.nz org.nz govt.nz ac.nz
        co.jp ne.jp or.jp ac.jp go.jp ad.jp ed.jp gr.jp lg.jp co.kr or.kr ne.kr go.kr ac.kr re.kr
        com.cn net.cn org.cn gov.cn edu.cn ac.cn com.tw org.tw net.tw edu.tw gov.tw com.hk org.hk net.hk edu.hk gov.hk
        com.sg org.sg net.sg edu.sg gov.sg com.my org.my net.my gov.my co.th or.th ac.th go.th in.th com.vn net.vn
        com.ph org.ph gov.ph co.id or.id ac.id go.id web.id co.in net.in org.in gen.in firm.in ind.in ac.in gov.in
        com.pk com.bd com.lk co.za org.za net.za gov.za ac.za web.za co.ke or.ke com.ng org.ng com.eg co.il org.il
        net.il ac.il gov.il com.tr org.tr net.tr gov.tr edu.tr com.br net.br org.br gov.br edu.br com.ar org.ar gob.ar
        com.mx org.mx gob.mx edu.mx com.co net.co org.co com.pe com.uy com.ve com.ua co.ua org.ua com.pl net.pl org.pl
        edu.pl co.at or.at ac.at gv.at co.hu com.gr com.cy com.mt com.es org.es com.pt com.ru com.sa com.kw com.qa ae
        co.ae sa qa kw eu.com uk.com us.com de.com gb.net
        """)

    /// Platforms: everybody who has an account there gets a host below the name.
    static let platforms = words(
        """
        github.io gitlab.io bitbucket.io githubpreview.dev github.dev app.github.dev
        herokuapp.com herokussl.com vercel.app now.sh netlify.app netlify.com pages.dev workers.dev r2.dev
        web.app firebaseapp.com appspot.com run.app cloudfunctions.net withgoogle.com blogspot.com
        translate.goog googleusercontent.com storage.googleapis.com
        azurewebsites.net azurestaticapps.net azure-api.net cloudapp.net cloudapp.azure.com azureedge.net
        azurefd.net trafficmanager.net blob.core.windows.net web.core.windows.net
        cloudfront.net s3.amazonaws.com amplifyapp.com elasticbeanstalk.com execute-api.us-east-1.amazonaws.com
        execute-api.us-west-2.amazonaws.com execute-api.eu-west-1.amazonaws.com execute-api.eu-central-1.amazonaws.com
        s3-website-us-east-1.amazonaws.com s3-website-us-west-2.amazonaws.com s3-website-eu-west-1.amazonaws.com
        s3.us-east-1.amazonaws.com s3.us-west-2.amazonaws.com s3.eu-west-1.amazonaws.com s3.eu-central-1.amazonaws.com
        awsapprunner.com on.aws lambda-url.us-east-1.on.aws
        onrender.com fly.dev railway.app up.railway.app render.com deno.dev repl.co replit.app replit.dev glitch.me
        surge.sh codesandbox.io csb.app stackblitz.io webcontainer.io gitpod.io ondigitalocean.app
        digitaloceanspaces.com lovable.app lovableproject.com bolt.host framer.app framer.website webflow.io
        wixsite.com wordpress.com weebly.com myshopify.com squarespace.com bubbleapps.io retool.com carrd.co
        hf.space streamlit.app gradio.live modal.run koyeb.app northflank.app platformsh.site
        ngrok.io ngrok.app ngrok.dev ngrok-free.app ngrok-free.dev trycloudflare.com loca.lt localhost.run serveo.net
        lhr.life devtunnels.ms tunnelmole.net pinggy.link tailscale.net ts.net
        nip.io sslip.io xip.io duckdns.org no-ip.org dyndns.org ddns.net hopto.org zapto.org
        readthedocs.io read-the-docs.io neocities.org tumblr.com js.org eu.org is-a.dev
        force.com my.salesforce.com zendesk.com atlassian.net sharepoint.com
        """)

    /// Platforms whose hosts go to somebody else as soon as they are given back.
    static let tunnels = words(
        """
        ngrok.io ngrok.app ngrok.dev ngrok-free.app ngrok-free.dev trycloudflare.com loca.lt localhost.run serveo.net
        lhr.life devtunnels.ms tunnelmole.net pinggy.link
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    /// Whether anybody can get a host below a name.
    static func contains(_ name: String) -> Bool { registries.contains(name) || platforms.contains(name) }

    /// Returns the longest public suffix of a host's labels, as a count of labels: none for a private domain.
    static func suffixLength(_ labels: [Substring]) -> Int {
        for start in labels.indices where contains(labels[start...].joined(separator: ".")) {
            return labels.count - start
        }
        return 0
    }

    /// Returns the domain that one owner holds: the public suffix and one label more.
    ///
    /// For a host below no suffix that is known, such as `app.internal`, its last two labels; for a suffix itself nil.
    static func ownedDomain(of host: some StringProtocol) -> String? {
        let labels = host.split(separator: ".").map { Substring($0) }
        let suffix = suffixLength(labels)
        if labels.count == 1, suffix == 0 { return labels.first.map(String.init) }
        let wanted = max(suffix, 1) + 1
        guard labels.count >= wanted else { return nil }
        return labels.suffix(wanted).joined(separator: ".")
    }
}
