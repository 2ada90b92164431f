# What people talk about. The ids are the matcher's (matching/taxonomy.py); the order here is the order shown.
# A topic must read well in the middle of a sentence: small letters, no full stop.

area-study = Study
topic-choosing-a-course = choosing what to study
topic-admissions = applying and entrance exams
topic-scholarships = scholarships
topic-tuition-and-costs = fees and the cost of studying
topic-graduate-school = graduate school
topic-exchange = exchange semesters
topic-thesis = writing a thesis
topic-lab-life = life in a lab or seminar
topic-campus-life = clubs and life on campus

area-work = Work
topic-job-hunting = job hunting in Japan
topic-internships = internships
topic-working-in-japan = working in Japan
topic-japan-skills-abroad = using Japan experience abroad
topic-starting-a-business = starting a business
topic-changing-jobs = changing jobs
topic-part-time-work = part-time work
topic-work-and-family = work and family
topic-academia = a career in academia

area-city-life = City life
topic-neighbourhoods = neighbourhoods and favourite spots
topic-local-food = local food
topic-festivals = festivals and seasons
topic-hot-springs = hot springs
topic-volunteering = volunteering in town
topic-neighbours = getting to know neighbours

area-language = Language
topic-learning-japanese = learning Japanese
topic-japanese-at-work = Japanese at work and honorifics
topic-jlpt = the Japanese language test (JLPT)
topic-dialects = dialects
topic-practising-english = practising English
topic-teaching-languages = teaching languages
topic-translation = translation and interpreting

area-research = Research
topic-engineering = engineering and robotics
topic-computing = computing and data
topic-medicine = medicine and health
topic-environment = environment and energy
topic-agriculture = farming, food and fisheries
topic-economics = economics and management
topic-law-and-politics = law, politics and diplomacy
topic-education = education
topic-culture-and-history = culture and history
topic-tourism = tourism

area-hobbies = Free time
topic-cooking = cooking
topic-music = music and karaoke
topic-manga-and-games = manga, anime and games
topic-sports = sports
topic-hiking = hiking and nature
topic-travel = travel
topic-tea-and-crafts = tea, flowers and crafts
topic-photography = photography and film

area-region = Regions
topic-southeast-asia = Southeast Asia
topic-south-asia = South Asia
topic-east-asia = East Asia
topic-europe = Europe
topic-americas = the Americas
topic-africa-and-middle-east = Africa and the Middle East
topic-alumni-chapters = alumni chapters

area-practical = Practical help
topic-housing = finding a place to live
topic-visas = visas and residence status
topic-arriving = the first weeks after arriving
topic-health-care = doctors and health insurance
topic-money-and-tax = banking, pensions and tax
topic-raising-children = raising children
topic-returning-home = moving back home
topic-disaster-safety = earthquakes and staying safe
topic-faith-and-diet = prayer and what I can eat
