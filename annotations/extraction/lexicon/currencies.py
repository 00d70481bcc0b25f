"""How currencies are written in news; full names and codes come from Babel."""

from annotations.extraction.lexicon.words import words

# Signs and spellings that stand before the number. "PS" and "Y=" are £ and ¥ after a text has
# been folded to ASCII.
SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "￥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₡": "CRC",
    "₸": "KZT",
    "₼": "AZN",
    "₾": "GEL",
    "֏": "AMD",
    "₿": "BTC",
    "Rs": "INR",
    "RM": "MYR",
    "Rp": "IDR",
    "Tk": "BDT",
    "PS": "GBP",
    "RMB": "CNY",
    "NIS": "ILS",
    "BTC": "BTC",
    "R": "ZAR",
    "N": "NGN",
    "P": "PHP",
    "Dh": "AED",
    "Dhs": "AED",
    "Sh": "KES",
    "KSh": "KES",
}
# Whose dollar: written before or after the sign, or behind the number.
DOLLARS = {
    "US": "USD",
    "U.S.": "USD",
    "USD": "USD",
    "A": "AUD",
    "AU": "AUD",
    "AUD": "AUD",
    "C": "CAD",
    "CA": "CAD",
    "CDN": "CAD",
    "CAD": "CAD",
    "HK": "HKD",
    "NZ": "NZD",
    "NT": "TWD",
    "S": "SGD",
    "SG": "SGD",
    "R": "BRL",
    "Z": "ZWL",
    "MX": "MXN",
    "J": "JMD",
    "TT": "TTD",
}
# The bare noun, as a reader takes it without a country.
NOUNS = {
    "dollar": "USD",
    "buck": "USD",
    "greenback": "USD",
    "euro": "EUR",
    "quid": "GBP",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "shekel": "ILS",
    "rand": "ZAR",
    "franc": "CHF",
    "lira": "TRY",
    "manat": "AZN",
    "dram": "AMD",
    "lari": "GEL",
    "hryvnia": "UAH",
    "tenge": "KZT",
    "dirham": "AED",
    "riyal": "SAR",
    "ringgit": "MYR",
    "baht": "THB",
    "rupiah": "IDR",
    "zloty": "PLN",
    "forint": "HUF",
    "dong": "VND",
    "taka": "BDT",
    "naira": "NGN",
    "cedi": "GHS",
    "peso": "MXN",
    "krona": "SEK",
    "kronor": "SEK",
    "krone": "NOK",
    "kroner": "NOK",
    "leu": "RON",
    "kwacha": "ZMW",
    "bitcoin": "BTC",
    "ether": "ETH",
    "danish crown": "DKK",
    "swedish crown": "SEK",
    "norwegian crown": "NOK",
    "czech crown": "CZK",
    "american dollar": "USD",
    "u.s. dollar": "USD",
    "aussie dollar": "AUD",
    "pound sterling": "GBP",
    "uk pound": "GBP",
    "won": "KRW",
    "real": "BRL",
    "reais": "BRL",
}
# Nouns that are another word as often: read as money only behind a number that looks like a sum.
DOUBTFUL = words("won real rand sterling ether")
# Near these pounds are money, near those they are a weight.
PAYING = words(
    """
    pay pays paid paying payment cost costs costing fine fined spend spends spent spending price
    priced prize worth earn earned wage wages salary fee fees bail loan loans debt debts sum donate
    donated donation invest invested budget rent ransom compensation damages bill tax fare owe owes
    owed stake subsidy grant cheque savings
    """
)
WEIGHING = words("weigh weighs weighed weighing weight lose lost gain gained heavier lighter")
CODES = words(
    """
    USD EUR GBP JPY CNY CNH INR RUB CHF AUD CAD NZD HKD SGD SEK NOK DKK PLN CZK HUF TRY ZAR BRL MXN
    KRW TWD THB IDR MYR PHP VND ILS AED SAR QAR KWD EGP NGN KES GHS PKR BDT LKR NPR UAH KZT AZN AMD
    GEL RON BGN ARS CLP COP PEN BTC ETH
    """
)
